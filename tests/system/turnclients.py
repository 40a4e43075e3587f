# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Loketten authors
"""Makes clients whose trajectories are at a turn: about to be closed, reopened or begun anew."""

FILES = {
    "clients": "client_no,family_name,given_name,prefix,phone,email,city,situation,education,"
               "registered_on\n"
               "K-BELOFTE,Aydın,Mehmet,,0612345678,mehmet@voorbeeld.nl,Goes,jobseeker,mbo2,"
               "2025-09-02\n"
               "K-EEN,Zonneveld,Quirine,van,0611112222,,Tilburg,work,hbo,2026-10-01\n"
               "K-KLAAR,O'Neil & Zn,Xander,,,,Breda,work,hbo,2026-01-19\n"
               "K-LEEG,Quist,Ylva,,,,Breda,benefit_uwv,hbo,2026-01-19\n",
    "trajectories": "trajectory_no,client_no,opened_on,counsellor,first_response_on,situation,"
                    "closed_on,aftercare,outcome\n"
                    "T-BELOFTE,K-BELOFTE,2026-09-02,A001,2026-09-03,jobseeker,,,\n"
                    "T-EEN,K-EEN,2026-10-01,A001,2026-10-02,work,,,\n"
                    "T-KLAAR,K-KLAAR,2026-01-19,A001,2026-01-20,work,2026-10-30,yes_longer,"
                    "advice_given\n"
                    "T-LEEG,K-LEEG,2026-01-19,A001,2026-01-20,benefit_uwv,,,\n",
    "sessions": "session_no,trajectory_no,starts_at,counsellor,state,minutes\n"
                "G-B1,T-BELOFTE,2026-09-10T10:00,A001,held,45\n"
                "G-B2,T-BELOFTE,2026-10-10T10:00,A001,held,45\n"
                "G-E1,T-EEN,2026-10-08T10:00,A001,held,45\n"
                "G-E2,T-EEN,2026-12-03T14:00,A001,planned,\n"
                "G-L1,T-LEEG,2026-02-10T10:00,A001,held,45\n"
                "G-L2,T-LEEG,2026-03-10T10:00,A001,held,45\n",
    "promises": "promise_no,trajectory_no,by,kind,due_on,text\n"
                "B-1,T-BELOFTE,counsellor,send,2026-11-18,"
                "De brochure over zij-instroom in de zorg & het onderwijs sturen\n"
                "B-2,T-BELOFTE,counsellor,callback,2026-11-24,Terugbellen over de regeling\n",
}


def import_into(desk, store, now):
    """Reads the clients, and all that belongs to them, from files."""
    for kind, text in FILES.items():
        path = desk.folder / f"turn-{kind}.csv"
        path.write_text(text, encoding="utf-8")
        desk.loketctl("--store", store, "import", kind, path, now=now)
    desk.loketctl("--store", store, "plan", now=now)
