/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Keeps the lists of words together, so that a word is looked up once. */

#include "loket-note-words.h"

#include <string.h>

static const struct { guint role; const char *words; } roles[] = {
  { LOKET_WORD_I, "ik 'k ikzelf" },
  { LOKET_WORD_WE, "wij we" },
  { LOKET_WORD_DESK, "loket leerwerkloket lwl collega adviseur team ondergetekende" },
  { LOKET_WORD_YOU, "u je jij jullie" },
  { LOKET_WORD_CLIENT, "klant klanten kl client clienten kandidaat deelnemer mevrouw mevr mw "
    "meneer mijnheer dhr heer hij zij ze men iemand man vrouw moeder vader dochter zoon partner "
    "huiswerk jij" },
  { LOKET_WORD_US, "me mij ons" },
  { LOKET_WORD_NEGATION, "niet geen nooit niets niks niemand nergens noch zonder evenmin" },
  { LOKET_WORD_VEIL, "zou zouden kan kunnen kunt kon konden mag mogen wil wilt willen wilde "
    "wilden hoef hoeft hoeven had hadden werd werden beloofde beloofden liever overweegt "
    "overweeg" },
  { LOKET_WORD_SELF, "zelf gerust samen zelfstandig vooral eens keer" },
  { LOKET_WORD_WILL, "ga zal moet probeer dien" },
  { LOKET_WORD_WILLS, "gaat zal moet probeert dient" },
  { LOKET_WORD_WE_WILL, "gaan zullen moeten proberen" },
  { LOKET_WORD_IF, "als indien mocht mochten tenzij wanneer mits ingeval" },
  { LOKET_WORD_THAT, "of omdat hoe welke waar wie waarom waarmee waarop waarvoor terwijl nadat "
    "totdat voordat zodat doordat aangezien zodra hoeveel" },
  { LOKET_WORD_POINTER, "dat die wat" },
  { LOKET_WORD_JOINER, "en maar want dus" },
  { LOKET_WORD_DETERMINER, "de het een 't mijn zijn haar hun uw jouw onze deze dit die elke "
    "iedere alle beide per via" },
  { LOKET_WORD_PROMISED, "beloof beloofd toegezegd afgesproken belofte toezegging afspraak" },
  { LOKET_WORD_SAID, "zei zeiden zegt zeggen vertelde vertelt vertelden klaagt klaagde klacht "
    "beweert beweerde volgens boos citaat meldde meldt gezegd verteld mailde mailt schreef "
    "schrijft vraagt vroeg aldus" },
  { LOKET_WORD_TE, "te" },
  { LOKET_WORD_BECOMES, "wordt worden" },
  { LOKET_WORD_GETS, "hoort hoor horen krijgt krijg krijgen ontvangt ontvang ontvangen" },
  { LOKET_WORD_FOLLOWS, "volgt volgen" },
  { LOKET_WORD_SENDABLE, "info informatie verslag gespreksverslag brochure brochures folder "
    "folders uitnodiging bevestiging overzicht link links formulier formulieren terugkoppeling "
    "mail mailtje brief advies adviesrapport document documenten gegevens plan details lijst "
    "voorstel samenvatting vacatures aanmeldlink inlog inloggegevens" },
  { LOKET_WORD_NEWS, "bericht telefoontje terugkoppeling reactie antwoord uitsluitsel" },
  { LOKET_WORD_CLIENTS_OWN, "cv diploma diploma's cijferlijst motivatiebrief sollicitatiebrief "
    "gegevens paspoort identiteitsbewijs id loonstrook contract adres e-mailadres "
    "telefoonnummer beschikbaarheid" },
  { LOKET_WORD_PARTY, "uwv roc gemeente werkgever school opleiding opleider docent docente "
    "consulent klantmanager jobcoach werkcoach praktijkopleider praktijkbegeleider "
    "opleidingsmanager contactpersoon collega bedrijf duo wsp werkgeversservicepunt leerplicht "
    "bewindvoerder schuldhulpverlening onderwijsinstelling hogeschool universiteit sbb "
    "uitzendbureau stagebegeleider intercedent recruiter teamleider directeur afdeling bank "
    "instantie opleidingsadviseur mbo hbo toetscentrum taalhuis bibliotheek coordinator decaan "
    "mentor bedrijfsarts huisarts" },
  { LOKET_WORD_FINITE, "is was waren heeft hebben heb vindt vinden denkt denk doet doe werkt "
    "woont staat sta komt gaat weet wacht volgt twijfelt hoopt leert krijgt lijkt blijft ziet "
    "zit zoekt spreekt geeft betreft past start loopt lukt houdt kwam ging kreeg werd bleek vond "
    "wist dacht zocht belde mailde stuurde stuurden vroeg gedaan gelezen beantwoord gekregen "
    "binnengekomen gehad geweest gevoerd gemaakt plaatsgevonden verliep ontvangen" },
  { LOKET_WORD_ABBREVIATION, "mw dhr mevr hr evt bijv bv nl incl excl tel nr ca resp kl vlg aank "
    "dr drs ing ir mr st afd opl wkn ivm mbt tav tbv oa nav ipv icm tm dmv ovv ter min" },
  { LOKET_WORD_LIGHT, "even nog ook evt eventueel dan daarna hier daar er hierop daarop hierover "
    "daarover dus eerst zsm alvast asap svp opnieuw weer snel spoedig meteen direct gelijk "
    "telefonisch pas uiterlijk verder tevens alsnog vervolgens uiteraard misschien wel "
    "binnenkort tzt actie actiepunt to do todo afspraak nb ps hem haar hen 'm ok oke" },
  { LOKET_WORD_CUE, "even nog evt eventueel zsm alsnog alvast actie actiepunt todo opnieuw" },
  { LOKET_WORD_PREPOSITION, "aan bij met naar voor over per in op om na ivm van via door tot "
    "tegen tussen uit vanuit wegens inzake mbt tav nav ihkv tbv rond binnen" },
};

static const struct { LoketDateRole role; int value; const char *words; } dates[] = {
  { LOKET_DATE_OFFSET, 0, "vandaag vanmiddag vanavond vanochtend straks zometeen vdg" },
  { LOKET_DATE_OFFSET, 1, "morgen morgenochtend morgenmiddag morgenavond morgenvroeg" },
  { LOKET_DATE_OFFSET, 2, "overmorgen" },
  { LOKET_DATE_WEEKDAY, 1, "maandag ma maandagochtend maandagmiddag maandagavond mndag" },
  { LOKET_DATE_WEEKDAY, 2, "dinsdag di dinsdagochtend dinsdagmiddag dinsdagavond" },
  { LOKET_DATE_WEEKDAY, 3, "woensdag wo woensdagochtend woensdagmiddag woensdagavond" },
  { LOKET_DATE_WEEKDAY, 4, "donderdag do donderdagochtend donderdagmiddag donderdagavond" },
  { LOKET_DATE_WEEKDAY, 5, "vrijdag vr vrijdagochtend vrijdagmiddag vrijdagavond" },
  { LOKET_DATE_WEEKDAY, 6, "zaterdag za zaterdagochtend zaterdagmiddag" },
  { LOKET_DATE_WEEKDAY, 7, "zondag zondagochtend zondagmiddag zondagavond" },
  { LOKET_DATE_MONTH, 1, "januari jan" },
  { LOKET_DATE_MONTH, 2, "februari feb febr" },
  { LOKET_DATE_MONTH, 3, "maart mrt" },
  { LOKET_DATE_MONTH, 4, "april apr" },
  { LOKET_DATE_MONTH, 5, "mei" },
  { LOKET_DATE_MONTH, 6, "juni jun" },
  { LOKET_DATE_MONTH, 7, "juli jul" },
  { LOKET_DATE_MONTH, 8, "augustus aug" },
  { LOKET_DATE_MONTH, 9, "september sep sept" },
  { LOKET_DATE_MONTH, 10, "oktober okt" },
  { LOKET_DATE_MONTH, 11, "november nov" },
  { LOKET_DATE_MONTH, 12, "december dec" },
  { LOKET_DATE_WORKING_DAYS, 1, "werkdag werkdagen wd" },
  { LOKET_DATE_DAYS, 1, "dag dagen dgn" },
  { LOKET_DATE_WEEKS, 1, "week weken wk wkn weekje" },
  { LOKET_DATE_MONTHS, 1, "maand maanden mnd" },
  { LOKET_DATE_MONTHS, 12, "jaar" },
  { LOKET_DATE_HOURS, 1, "uur uren" },
  { LOKET_DATE_COUNT, 1, "een" },
  { LOKET_DATE_COUNT, 2, "twee" },
  { LOKET_DATE_COUNT, 3, "drie" },
  { LOKET_DATE_COUNT, 4, "vier" },
  { LOKET_DATE_COUNT, 5, "vijf" },
  { LOKET_DATE_COUNT, 6, "zes" },
  { LOKET_DATE_COUNT, 7, "zeven" },
  { LOKET_DATE_COUNT, 8, "acht" },
  { LOKET_DATE_COUNT, 10, "tien" },
  { LOKET_DATE_COUNT, 14, "veertien" },
  { LOKET_DATE_SOME, 3, "paar enkele aantal" },
  { LOKET_DATE_NEXT, 0, "volgende volgend vlgnde vlgende vlg volg" },
  { LOKET_DATE_COMING, 0, "aanstaande komende komend as aank aankomende eerstvolgende" },
  { LOKET_DATE_THIS, 0, "deze dezer" },
  { LOKET_DATE_PART, 1, "begin" },
  { LOKET_DATE_PART, 2, "midden halverwege medio half" },
  { LOKET_DATE_PART, 3, "eind einde" },
  { LOKET_DATE_WEEKEND, 0, "weekend" },
  { LOKET_DATE_PAST, 0, "vorige afgelopen laatst jl gisteren eergisteren" },
};

static LoketWord *
ensure_word (GHashTable *words,
             const char *text)
{
  LoketWord *word = g_hash_table_lookup (words, text);

  if (word == NULL)
    {
      word = g_new0 (LoketWord, 1);
      word->text = g_strdup (text);
      g_hash_table_insert (words, (char *) word->text, word);
    }

  return word;
}

static void
add_form (GHashTable      *words,
          const LoketVerb *verb,
          LoketVerbForm    form,
          const char      *particle)
{
  g_autofree char *text = g_strconcat (particle != NULL ? particle : "",
                                       verb->forms[form - LOKET_VERB_STEM], NULL);
  LoketWord *word = ensure_word (words, text);

  if (word->verb != NULL)
    return;

  word->verb = verb;
  word->form = form;
  word->particle = particle;
}

static char **
split_words (const char *list)
{
  return g_strsplit (list != NULL ? list : "", " ", -1);
}

static void
add_verb (GHashTable      *words,
          const LoketVerb *verb)
{
  g_auto (GStrv) particles = split_words (verb->particles);
  g_auto (GStrv) companions = split_words (verb->companions);

  for (char **companion = companions; *companion != NULL; companion++)
    ensure_word (words, *companion);
  for (char **particle = particles; *particle != NULL; particle++)
    ensure_word (words, *particle);

  for (LoketVerbForm form = LOKET_VERB_STEM; form <= LOKET_VERB_PARTICIPLE; form++)
    {
      add_form (words, verb, form, NULL);
      for (char **particle = particles; *particle != NULL; particle++)
        add_form (words, verb, form, g_intern_string (*particle));
    }
}

static GHashTable *
build_words (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_auto (GStrv) texts = split_words (roles[i].words);

      for (char **text = texts; *text != NULL; text++)
        ensure_word (words, *text)->roles |= roles[i].role;
    }

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_auto (GStrv) texts = split_words (dates[i].words);

      for (char **text = texts; *text != NULL; text++)
        {
          LoketWord *word = ensure_word (words, *text);

          word->date = dates[i].role;
          word->value = dates[i].value;
        }
    }

  for (guint i = 0; i < loket_note_n_verbs; i++)
    add_verb (words, &loket_note_verbs[i]);

  return words;
}

/**
 * loket_note_words_find:
 * @text: a word in lower case and without accents
 *
 * Returns: (transfer none): what is known of it; with an empty text when it is not in the lists
 */
const LoketWord *
loket_note_words_find (const char *text)
{
  static const LoketWord unknown = { .text = "" };
  static GHashTable *words;
  const LoketWord *word;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, build_words ());

  word = g_hash_table_lookup (words, text);

  return word != NULL ? word : &unknown;
}

/**
 * loket_note_words_has:
 * @list: (nullable): words between spaces
 * @text: a word
 *
 * Returns: whether @text is one of @list
 */
gboolean
loket_note_words_has (const char *list,
                      const char *text)
{
  gsize length = strlen (text);

  if (list == NULL || length == 0)
    return FALSE;

  for (const char *at = strstr (list, text); at != NULL; at = strstr (at + 1, text))
    {
      if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}
