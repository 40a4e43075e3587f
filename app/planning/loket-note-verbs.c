/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The verbs with which a counsellor promises something. */

#include "loket-note-words.h"

#define BARE     LOKET_VERB_BARE
#define NOUN     LOKET_VERB_NOUN
#define SUBJECT  LOKET_VERB_WITH_SUBJECT
#define WEAK     LOKET_VERB_WEAK
#define CALLS    LOKET_VERB_CALLS
#define PLANS    LOKET_VERB_PLANS
#define WILL     LOKET_VERB_AFTER_WILL
#define REFLEX   LOKET_VERB_REFLEXIVE

/* Rows with the same stem stand together; the first whose particle or companion is there counts,
 * so the row that needs none comes last. */
const LoketVerb loket_note_verbs[] = {
  /* Being in touch again. */
  { { "bel", "belt", "bellen", "gebeld" }, "terug na op", NULL, "callback", BARE | WEAK | CALLS },
  { { "kom", "komt", "komen", "gekomen" }, "terug", NULL, "callback", 0 },
  { { "koppel", "koppelt", "koppelen", "gekoppeld" }, "terug", NULL, "callback", 0 },
  { { "neem", "neemt", "nemen", "genomen" }, "op", "contact", "callback", CALLS },
  { { "neem", "neemt", "nemen", "genomen" }, "op mee", NULL, "other", SUBJECT },
  { { "zoek", "zoekt", "zoeken", "gezocht" }, NULL, "contact", "callback", CALLS },
  { { "zoek", "zoekt", "zoeken", "gezocht" }, "uit op na", NULL, "find_out", 0 },
  { { "zoek", "zoekt", "zoeken", "gezocht" }, NULL, NULL, "find_out", BARE | SUBJECT | WEAK },
  { { "laat", "laat", "laten", "gelaten" }, NULL, "weten horen", "callback", 0 },
  { { "houd", "houdt", "houden", "gehouden" }, NULL, "hoogte", "callback", 0 },
  { { "hou", "houdt", "houden", "gehouden" }, NULL, "hoogte", "callback", 0 },
  { { "bereik", "bereikt", "bereiken", "bereikt" }, NULL, NULL, "callback", BARE | WILL },
  { { "meld", "meldt", "melden", "gemeld" }, "aan af", NULL, "other", REFLEX },
  { { "meld", "meldt", "melden", "gemeld" }, NULL, "me mij ons", "callback", SUBJECT },
  { { "doe", "doet", "doen", "gedaan" }, NULL, "terugkoppeling", "callback", 0 },
  { { "doe", "doet", "doen", "gedaan" }, NULL, "navraag", "find_out", 0 },
  { { "benader", "benadert", "benaderen", "benaderd" }, NULL, NULL, "find_out", BARE },
  /* Sending. */
  { { "mail", "mailt", "mailen", "gemaild" }, "door toe terug na", NULL, "send",
    BARE | NOUN | CALLS },
  { { "app", "appt", "appen", "geappt" }, "door terug", NULL, "send", BARE | NOUN | WEAK },
  { { "sms", "smst", "smsen", "gesmst" }, NULL, NULL, "send", BARE | NOUN | WEAK },
  { { "stuur", "stuurt", "sturen", "gestuurd" }, "toe op door na mee terug rond in", NULL, "send",
    BARE },
  { { "verstuur", "verstuurt", "versturen", "verstuurd" }, NULL, NULL, "send", BARE },
  { { "zend", "zendt", "zenden", "gezonden" }, "toe op door na mee", NULL, "send", BARE },
  { { "verzend", "verzendt", "verzenden", "verzonden" }, NULL, NULL, "send", BARE },
  { { "bezorg", "bezorgt", "bezorgen", "bezorgd" }, NULL, NULL, "send", BARE | SUBJECT },
  { { "lever", "levert", "leveren", "geleverd" }, "aan na", NULL, "send", 0 },
  { { "bevestig", "bevestigt", "bevestigen", "bevestigd" }, NULL, NULL, "send", BARE },
  { { "nodig", "nodigt", "nodigen", "genodigd" }, "uit", NULL, "send", 0 },
  { { "print", "print", "printen", "geprint" }, "uit", NULL, "send", BARE | NOUN },
  { { "deel", "deelt", "delen", "gedeeld" }, NULL, NULL, "send", BARE | SUBJECT | WEAK },
  { { "beantwoord", "beantwoordt", "beantwoorden", "beantwoord" }, NULL, NULL, "send",
    BARE | SUBJECT },
  /* Finding out. */
  { { "vraag", "vraagt", "vragen", "gevraagd" }, "na op uit", NULL, "find_out", NOUN },
  { { "vraag", "vraagt", "vragen", "gevraagd" }, "aan", NULL, "other", NOUN },
  { { "vraag", "vraagt", "vragen", "gevraagd" }, NULL, "collega", "other", SUBJECT | WEAK },
  { { "vraag", "vraagt", "vragen", "gevraagd" }, NULL, "bij", "find_out", SUBJECT | WEAK },
  { { "ga", "gaat", "gaan", "gegaan" }, "na achteraan achterna", NULL, "find_out", 0 },
  { { "kijk", "kijkt", "kijken", "gekeken" }, "na", NULL, "find_out", 0 },
  { { "kijk", "kijkt", "kijken", "gekeken" }, "uit", NULL, NULL, 0 },
  { { "kijk", "kijkt", "kijken", "gekeken" }, NULL, NULL, "find_out", BARE | WEAK },
  { { "check", "checkt", "checken", "gecheckt" }, NULL, NULL, "find_out", BARE | NOUN | WEAK },
  { { "controleer", "controleert", "controleren", "gecontroleerd" }, NULL, NULL, "find_out",
    BARE | WEAK },
  { { "informeer", "informeert", "informeren", "geinformeerd" }, NULL, NULL, "find_out",
    BARE | WEAK },
  { { "onderzoek", "onderzoekt", "onderzoeken", "onderzocht" }, NULL, NULL, "find_out",
    BARE | NOUN | WEAK },
  { { "verifieer", "verifieert", "verifieren", "geverifieerd" }, NULL, NULL, "find_out", BARE },
  { { "inventariseer", "inventariseert", "inventariseren", "geinventariseerd" }, NULL, NULL,
    "find_out", BARE },
  { { "verdiep", "verdiept", "verdiepen", "verdiept" }, NULL, "me mij", "find_out", SUBJECT },
  { { "pols", "polst", "polsen", "gepolst" }, NULL, NULL, "find_out", BARE | NOUN },
  { { "reken", "rekent", "rekenen", "gerekend" }, "uit na door", NULL, "find_out", 0 },
  { { "lees", "leest", "lezen", "gelezen" }, "na door", NULL, "find_out", 0 },
  /* Doing something else. */
  { { "geef", "geeft", "geven", "gegeven" }, "door mee", NULL, "other", 0 },
  { { "plan", "plant", "plannen", "gepland" }, "in", NULL, "other", NOUN | PLANS },
  { { "plan", "plant", "plannen", "gepland" }, NULL, NULL, "other",
    BARE | SUBJECT | WEAK | PLANS },
  { { "spreek", "spreekt", "spreken", "gesproken" }, "af", NULL, "other", PLANS },
  { { "spreek", "spreekt", "spreken", "gesproken" }, NULL, "voicemail", "callback", 0 },
  { { "maak", "maakt", "maken", "gemaakt" }, "af", NULL, "other", 0 },
  { { "maak", "maakt", "maken", "gemaakt" }, NULL,
    "afspraak overzicht lijst lijstje opzet planning", "other", PLANS },
  { { "regel", "regelt", "regelen", "geregeld" }, NULL, NULL, "other", BARE | NOUN | WEAK },
  { { "reserveer", "reserveert", "reserveren", "gereserveerd" }, NULL, NULL, "other",
    BARE | PLANS },
  { { "boek", "boekt", "boeken", "geboekt" }, NULL, NULL, "other", BARE | SUBJECT | NOUN | PLANS },
  { { "organiseer", "organiseert", "organiseren", "georganiseerd" }, NULL, NULL, "other",
    BARE | WEAK },
  { { "schrijf", "schrijft", "schrijven", "geschreven" }, "in uit", NULL, "other", REFLEX },
  { { "overleg", "overlegt", "overleggen", "overlegd" }, NULL, NULL, "other",
    BARE | NOUN | WEAK },
  { { "bespreek", "bespreekt", "bespreken", "besproken" }, NULL, NULL, "other", BARE | WEAK },
  { { "leg", "legt", "leggen", "gelegd" }, "voor neer klaar vast", NULL, "other", 0 },
  { { "leg", "legt", "leggen", "gelegd" }, NULL, "contact", "callback", CALLS },
  { { "zorg", "zorgt", "zorgen", "gezorgd" }, NULL, NULL, "other", BARE | SUBJECT | WEAK },
  { { "licht", "licht", "lichten", "gelicht" }, "in toe", NULL, "other", 0 },
  { { "verwijs", "verwijst", "verwijzen", "verwezen" }, "door", NULL, "other", 0 },
  { { "schakel", "schakelt", "schakelen", "geschakeld" }, "in door", NULL, "other", 0 },
  { { "zet", "zet", "zetten", "gezet" }, "klaar door uit", NULL, "other", 0 },
  { { "zet", "zet", "zetten", "gezet" }, NULL, "rij agenda papier lijst wachtlijst", "other",
    0 },
  { { "pak", "pakt", "pakken", "gepakt" }, "op", NULL, "other", 0 },
  { { "breng", "brengt", "brengen", "gebracht" }, "langs onder mee", NULL, "other", 0 },
  { { "haal", "haalt", "halen", "gehaald" }, "op", NULL, "other", 0 },
  { { "vul", "vult", "vullen", "gevuld" }, "in aan", NULL, "other", SUBJECT },
  { { "werk", "werkt", "werken", "gewerkt" }, "uit bij", NULL, "other", NOUN },
  { { "stel", "stelt", "stellen", "gesteld" }, "op voor", NULL, "other", 0 },
  { { "stem", "stemt", "stemmen", "gestemd" }, "af", NULL, "other", NOUN },
  { { "dien", "dient", "dienen", "gediend" }, "in", NULL, "other", 0 },
  { { "verwerk", "verwerkt", "verwerken", "verwerkt" }, NULL, NULL, "other",
    BARE | SUBJECT | WEAK },
  { { "herinner", "herinnert", "herinneren", "herinnerd" }, NULL, NULL, "other",
    BARE | SUBJECT | WEAK },
  { { "bereid", "bereidt", "bereiden", "bereid" }, "voor", NULL, "other", 0 },
  { { "attendeer", "attendeert", "attenderen", "geattendeerd" }, NULL, NULL, "other", BARE },
  { { "draag", "draagt", "dragen", "gedragen" }, "over voor", NULL, "other", 0 },
  { { "wijzig", "wijzigt", "wijzigen", "gewijzigd" }, NULL, NULL, "other", BARE },
  { { "verzet", "verzet", "verzetten", "verzet" }, NULL, NULL, "other", BARE | SUBJECT | PLANS },
};

const guint loket_note_n_verbs = G_N_ELEMENTS (loket_note_verbs);
