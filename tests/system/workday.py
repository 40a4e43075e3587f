# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""A small office on a Friday, of which it is known who waits for whom: three counsellors, and one of
everything that asks for work."""

import story

FRIDAY = story.FRIDAY
COUNSELLOR, COLLEAGUE, TEAM_LEAD = "W01", "W02", "W03"

FILES = {
    "counsellors": """counsellor,name,role,active
W01,Marieke de Wit,counsellor,yes
W02,Hicham Bouzidi,counsellor,yes
W03,Joke van den Akker,team_lead,yes
""",
    "clients": """client_no,family_name,given_name,prefix,phone,email,registered_on
K1,Velden,Kees,van der,06-12345678,kees+werk@voorbeeld.nl,2026-09-01
K2,Postma,Ingrid,,06-23456789,ingrid@voorbeeld.nl,2026-07-01
K3,Nuis,Nora,,06-34567890,,2026-09-01
K4,Vermeulen,Sanne,,06-45678901,sanne@voorbeeld.nl,2026-09-01
K5,Yildiz,Fatma,,06-56789012,,2026-10-20
K6,Bos,Lars,,06-67890123,,2026-09-01
K7,Smit,Anna,,06-78901234,,2026-09-01
K8,Osman,Amina,,06-89012345,,2026-11-09
K9,Kuipers,Wim,,06-90123456,,2026-11-18
K10,Jansen & Zn,Rob,,06-11223344,,2026-10-01
""",
    "trajectories": """trajectory_no,client_no,opened_on,counsellor,first_response_on,closed_on,aftercare
T1,K1,2026-09-01,W01,2026-09-02,,
T2,K2,2026-07-01,W01,2026-07-02,2026-10-09,yes_once
T3,K3,2026-09-01,W01,2026-09-02,,
T4,K4,2026-09-01,W01,2026-09-02,,
T5,K5,2026-10-20,W01,2026-10-21,,
T6,K6,2026-09-01,W02,2026-09-02,,
T7,K7,2026-09-01,W02,2026-09-02,,
T8,K8,2026-11-09,,,,
T9,K9,2026-11-18,,,,
T10,K10,2026-10-01,W02,,,
""",
    "sessions": """session_no,trajectory_no,starts_at,ended_at,counsellor,minutes,channel,state,note_client
S1,T1,2026-11-02T10:00,2026-11-02T10:40,W01,40,phone,held,Kees wil vrachtwagenchauffeur worden.
S4,T4,2026-11-11T10:00,2026-11-11T10:40,W01,40,location,held,Sanne twijfelt. Ik stuur de brochure.
S5,T5,2026-11-20T09:00,,W01,,location,planned,
S13,T3,2026-11-02T11:00,2026-11-02T11:20,W01,20,phone,held,
S16,T6,2026-11-02T10:00,2026-11-02T10:20,W02,20,phone,held,
S17,T7,2026-11-02T11:00,2026-11-02T11:20,W02,20,phone,held,
""",
    "contacts": """contact_no,trajectory_no,kind,due_on,counsellor,attempts,note
C1,T1,callback,2026-11-17,W01,2,Terugbellen over het rijbewijs
C2,T2,aftercare,2026-11-20,W01,0,
C3,T3,callback,2026-11-20,W01,2,
C6,T6,callback,2026-11-09,W02,0,Terugbellen over de test
C7,T7,callback,2026-11-17,W02,0,
""",
    "promises": """promise_no,trajectory_no,by,kind,due_on,text,made_on
P4,T4,counsellor,send,2026-11-18,Brochure sturen,2026-11-11
""",
}


def make(desk, store):
    """Makes the store of the office, as it is before anything was planned."""
    desk.loketctl("--store", store, "init", now=FRIDAY)
    story.bring(desk, store, FILES, FRIDAY)
