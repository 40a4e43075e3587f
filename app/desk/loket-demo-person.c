/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Makes clients up, of all ages and origins, spread as the respondents of the survey of 2023. */

#include "loket-demo-person.h"

#include "loket-text.h"

#include <string.h>

typedef struct
{
  const char *code;
  int weight;
} Share;

/* Of 1,000 respondents of 2023. */
static const Share situations[] = {
  { "work", 409 }, { "benefit_uwv", 229 }, { "other", 99 }, { "jobseeker", 89 },
  { "benefit_municipality", 79 }, { "self_employed", 59 }, { "student", 19 }, { "not_say", 17 },
};

static const Share educations[] = {
  { "hbo", 285 }, { "mbo4", 215 }, { "university", 110 }, { "vmbo_mavo_lbo", 90 }, { "mbo3", 81 },
  { "havo", 70 }, { "mbo2", 61 }, { "not_say", 26 }, { "primary", 22 }, { "mbo1", 20 },
  { "vwo", 20 },
};

static const Share sources[] = {
  { "uwv", 278 }, { "internet", 199 }, { "other", 166 }, { "family_friends", 142 },
  { "municipality", 99 }, { "dont_know", 40 }, { "facebook", 38 }, { "linkedin", 20 },
  { "roc", 9 }, { "instagram", 9 },
};

static const Share genders[] = {
  { "female", 638 }, { "male", 350 }, { "other_not_say", 12 },
};

static const char *
draw_share (LoketDemoWorld *world,
            const Share    *shares,
            guint           n_shares)
{
  int weights[16];

  for (guint i = 0; i < n_shares; i++)
    weights[i] = shares[i].weight;

  return shares[loket_demo_world_draw (world, weights, n_shares)].code;
}

/* What a client's situation is, as it is spread over the respondents of 2023. */
static const char *
draw_situation (LoketDemoWorld *world)
{
  return draw_share (world, situations, G_N_ELEMENTS (situations));
}

/* Years of age when signing up: 7% are under 27, 40% 50 and over. */
static int
draw_age (LoketDemoPerson *self,
          LoketDemoWorld  *world)
{
  static const int weights[] = { 7, 53, 40 };

  if (g_str_equal (self->situation, "student"))
    return loket_demo_world_between (world, 17, 28);

  switch (loket_demo_world_draw (world, weights, G_N_ELEMENTS (weights)))
    {
    case 0: return loket_demo_world_between (world, 18, 26);
    case 1: return loket_demo_world_between (world, 27, 49);
    default: return loket_demo_world_between (world, 50, 65);
    }
}

static const char *
get_generation (LoketDemoPerson *self)
{
  LoketDateText birth_date = loket_date_from_day (self->birth_day);
  int year = (int) g_ascii_strtoll (birth_date.text, NULL, 10);

  if (year < 1968)
    return "old";

  return year < 1988 ? "middle" : "young";
}

/* "van der Velden" is a prefix, the words that begin small, and a family name. */
static void
split_family_name (LoketDemoPerson *self,
                   LoketDemoWorld  *world,
                   const char      *name)
{
  const char *family = name;

  while (g_ascii_islower (*family) || *family == '\'')
    {
      const char *space = strchr (family, ' ');

      if (space == NULL)
        break;
      family = space + 1;
    }

  self->family_name = family;
  if (family > name)
    self->prefix = g_string_chunk_insert_len (world->texts, name, family - name - 1);
}

/* Oosterhuis, or de Wit-Jansen. */
static void
make_dutch_family_name (LoketDemoPerson *self,
                        LoketDemoWorld  *world)
{
  GRand *random = world->random;
  int composed = atoi (loket_demo_words_get_first (world->people, "composed", "composed"));
  int doubles = atoi (loket_demo_words_get_first (world->people, "composed", "doubles"));
  g_autofree char *name = NULL;

  if (loket_demo_world_happens (world, composed))
    {
      name = g_strconcat (loket_demo_words_pick (world->people, random, "composed", "heads"),
                          loket_demo_words_pick (world->people, random, "composed", "tails"), NULL);
      self->family_name = loket_demo_world_keep (world, name);
    }
  else
    {
      split_family_name (self, world, loket_demo_words_pick_front (world->people, random, "dutch",
                                                                   "families"));
    }

  if (loket_demo_world_happens (world, doubles))
    {
      g_free (name);
      name = g_strconcat (self->family_name, "-",
                          loket_demo_words_pick_front (world->people, random, "dutch", "families"),
                          NULL);
      self->family_name = loket_demo_world_keep (world, name);
    }
}

static void
make_name (LoketDemoPerson *self,
           LoketDemoWorld  *world,
           const char      *origin)
{
  gboolean is_male = g_str_equal (self->gender, "male");
  g_autofree char *given = NULL;
  const char *families;

  given = g_strconcat (is_male ? "male-" : "female-", get_generation (self), NULL);
  self->given_name = loket_demo_words_pick_front (world->people, world->random, origin, given);

  families = is_male ? "families-male" : "families-female";
  if (loket_demo_words_get (world->people, origin, families, NULL) == NULL)
    families = "families";

  if (g_str_equal (origin, "dutch"))
    make_dutch_family_name (self, world);
  else
    split_family_name (self, world, loket_demo_words_pick_front (world->people, world->random,
                                                                 origin, families));
}

/* sanne.vermeulen42@example.org: a domain that nobody can have. Whoever gets another name keeps no
 * address with the old one. */
static void
make_addresses (LoketDemoPerson *self,
                LoketDemoWorld  *world)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  char address[128];

  name = g_strjoin (" ", self->given_name, self->prefix != NULL ? self->prefix : "",
                    self->family_name, NULL);
  folded = loket_text_fold (name);
  g_strdelimit (folded, " ", '.');
  g_snprintf (address, sizeof address, "%s%d@example.org", folded,
              loket_demo_world_between (world, 1, 99));
  if (!loket_demo_world_happens (world, 6) || self->email != NULL)
    self->email = loket_demo_world_keep (world, address);

  g_snprintf (address, sizeof address, "06-555%05d", loket_demo_world_between (world, 0, 99999));
  if (!loket_demo_world_happens (world, 4))
    self->phone = loket_demo_world_keep (world, address);
}

static void
make_place (LoketDemoPerson *self,
            LoketDemoWorld  *world)
{
  static const char letters[] = "ABCDEGHJKLMNPRSTVWXZ";
  guint place = loket_demo_words_draw (world->people, world->random, "places", "weights");
  char postcode[16];

  self->city = loket_demo_words_get (world->people, "places", "towns", NULL)[place];
  g_snprintf (postcode, sizeof postcode, "%s %c%c",
              loket_demo_words_get (world->people, "places", "figures", NULL)[place],
              letters[loket_demo_world_between (world, 0, (int) sizeof letters - 2)],
              letters[loket_demo_world_between (world, 0, (int) sizeof letters - 2)]);
  self->postcode = loket_demo_world_keep (world, postcode);
}

/**
 * loket_demo_person_make:
 * @self: a person to fill
 * @world: the stage
 * @registered: the day of the first sign-up
 *
 * Makes up a client.
 */
void
loket_demo_person_make (LoketDemoPerson *self,
                        LoketDemoWorld  *world,
                        int              registered)
{
  guint origin_number = loket_demo_words_draw (world->people, world->random, "origins", "weights");
  const char *origin = loket_demo_words_get (world->people, "origins", "names",
                                             NULL)[origin_number];
  int foreign = atoi (loket_demo_words_get_first (world->people, origin, "foreign"));

  memset (self, 0, sizeof *self);
  self->registered = registered;
  self->gender = draw_share (world, genders, G_N_ELEMENTS (genders));
  self->situation = draw_situation (world);
  self->education = loket_demo_world_happens (world, foreign)
                      ? "foreign" : draw_share (world, educations, G_N_ELEMENTS (educations));
  self->heard_via = draw_share (world, sources, G_N_ELEMENTS (sources));
  self->language = loket_demo_world_happens (world, foreign)
                     ? loket_demo_words_get_first (world->people, origin, "language") : "nl";
  self->birth_day = registered - 365 * draw_age (self, world)
                    - loket_demo_world_between (world, 12, 360);
  self->no_contact = loket_demo_world_happens (world, 2);
  self->no_survey = loket_demo_world_happens (world, 4);

  make_name (self, world, origin);
  make_addresses (self, world);
  make_place (self, world);
}

/**
 * loket_demo_person_name:
 * @description: given name, prefix, family name, gender, year of birth, situation and education,
 *   with '|' between them
 *
 * Makes somebody who was made up into somebody who is described.
 *
 * Returns: whether the description has all parts
 */
gboolean
loket_demo_person_name (LoketDemoPerson *self,
                        LoketDemoWorld  *world,
                        const char      *description)
{
  g_auto (GStrv) parts = g_strsplit (description, "|", -1);
  char birth_date[LOKET_DATE_LENGTH + 1];

  if (g_strv_length (parts) != 7)
    return FALSE;

  g_snprintf (birth_date, sizeof birth_date, "%.4s-%02d-%02d", parts[4],
              loket_demo_world_between (world, 1, 12), loket_demo_world_between (world, 1, 28));

  self->given_name = loket_demo_world_keep (world, parts[0]);
  self->prefix = *parts[1] != '\0' ? loket_demo_world_keep (world, parts[1]) : NULL;
  self->family_name = loket_demo_world_keep (world, parts[2]);
  self->gender = loket_demo_world_keep (world, parts[3]);
  self->birth_day = loket_date_get_day (birth_date);
  self->situation = loket_demo_world_keep (world, parts[5]);
  self->education = loket_demo_world_keep (world, parts[6]);
  self->language = "nl";
  self->no_contact = FALSE;
  make_addresses (self, world);

  return TRUE;
}

/**
 * loket_demo_person_know:
 * @description: given name, prefix, family name, gender, date of birth, telephone and e-mail, with
 *   '|' between them; prefix and e-mail may be empty
 *
 * Gives somebody facts that another record says too, without a throw of the dice: everybody else
 * stays who they are.
 *
 * Returns: whether the description has all parts
 */
gboolean
loket_demo_person_know (LoketDemoPerson *self,
                        LoketDemoWorld  *world,
                        const char      *description)
{
  g_auto (GStrv) parts = g_strsplit (description, "|", -1);

  if (g_strv_length (parts) != 7 || !loket_date_is_valid (parts[4]))
    return FALSE;

  self->given_name = loket_demo_world_keep (world, parts[0]);
  self->prefix = *parts[1] != '\0' ? loket_demo_world_keep (world, parts[1]) : NULL;
  self->family_name = loket_demo_world_keep (world, parts[2]);
  self->gender = loket_demo_world_keep (world, parts[3]);
  self->birth_day = loket_date_get_day (parts[4]);
  self->phone = loket_demo_world_keep (world, parts[5]);
  self->email = *parts[6] != '\0' ? loket_demo_world_keep (world, parts[6]) : NULL;

  return TRUE;
}
