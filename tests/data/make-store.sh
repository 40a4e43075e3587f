#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
#
# Makes the small store that a release leaves among the tests: make-store.sh BUILD. Writes
# store-NNN.db beside itself, NNN being the newest schema step. Once released, never made again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
steps=("$here"/../../data/schema/[0-9]*.sql)
target=$here/store-$(basename "${steps[-1]}" .sql).db
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export LOKETTEN_NOW=2026-11-21T10:40 LOKETTEN_STORE=$work/store.db GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8
loketctl=$1/app/ctl/loketctl

# Reads the rows of a kind from standard input.
take() {
    cat >"$work/$1.csv"
    "$loketctl" import "$1" "$work/$1.csv"
}

"$loketctl" init
take counsellors <<'END'
counsellor,name,office,role,active
A01,Marieke de Wit,Midden-Brabant,team_lead,yes
A02,Ömer Çelik,Midden-Brabant,counsellor,no
END
take clients <<'END'
client_no,family_name,given_name,prefix,birth_date,gender,email,phone,city,education,situation,language,registered_on,no_contact,no_survey
K0000001,Öztürk,Ayşe,,1984-05-01,female,ayse@voorbeeld.nl,+31 6 12345678,Tilburg,mbo4,jobseeker,tr,2026-09-01,no,no
K0000002,Berg,Kees,van der,1971-12-31,male,,013-1234567,Waalwijk,havo,work,nl,2026-10-01,no,yes
END
take trajectories <<'END'
trajectory_no,client_no,opened_on,counsellor,first_response_on,situation,questions_brought,closed_on,aftercare,outcome
T0000001,K0000001,2026-09-01,A01,2026-09-02,jobseeker,which_work;retraining,2026-11-02,yes_once,advice_given
T0000002,K0000002,2026-10-01,,,,,,,
END
take sessions <<'END'
session_no,trajectory_no,starts_at,ended_at,counsellor,minutes,channel,state,questions_brought,note_client,note_internal
G0000001,T0000001,2026-09-09T10:00,2026-09-09T10:45,A01,45,location,held,which_work,"Wil iets met hout.
Volgende keer: test.",Komt per fiets
G0000002,T0000002,2026-11-25T09:00,,A01,,phone,planned,,,
END
take assessments <<'END'
assessment_no,trajectory_no,kind,requested_on,taken_on,result_on,discussed_on
E0000001,T0000001,interest,2026-09-09,2026-09-16,2026-09-18,2026-09-23
END
take promises <<'END'
promise_no,trajectory_no,by,kind,due_on,text,made_on,done_on,outcome
B0000001,T0000001,counsellor,callback,2026-09-14,Bellen over de test,2026-09-09,2026-09-14,kept
END
take contacts <<'END'
contact_no,trajectory_no,kind,due_on,counsellor,attempts,outcome
C0000001,T0000001,aftercare,2026-12-14,A01,1,not_reached
END
head -3 "$here/../../data/kto/responses_2023.csv" | take responses
take invitations <<'END'
month,loket,counsellor,sent
2026-11,Midden-Brabant,A01,12
END

rm -f "$target"
"$loketctl" backup "$target"
