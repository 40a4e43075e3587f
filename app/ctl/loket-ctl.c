/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Finds the store and the counsellor of a command, and reports what went wrong. */

#include "loketten-config.h"

#include "loket-ctl.h"

#include "loket-error.h"
#include "loket-preferences.h"
#include "loket-questionnaires.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketCtl
{
  char *path;
  char *counsellor;  /* (nullable) */
  LoketClock *clock;
  LoketDesk *desk;   /* (nullable): until a verb opens it */
};

/* Takes "--name value" or "--name=value" out of the words, wherever it stands. */
static gboolean
take_option (char       **argv,
             const char  *name,
             char       **value,
             GError     **error)
{
  gsize length = strlen (name);

  for (guint i = 1; argv[i] != NULL; i++)
    {
      guint n_taken = 0;

      if (g_str_equal (argv[i], name) && argv[i + 1] == NULL)
        {
          g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("%s: a word is missing behind it"), name);
          return FALSE;
        }

      if (g_str_equal (argv[i], name))
        {
          g_free (*value);
          *value = g_strdup (argv[i + 1]);
          n_taken = 2;
        }
      else if (g_str_has_prefix (argv[i], name) && argv[i][length] == '=')
        {
          g_free (*value);
          *value = g_strdup (argv[i] + length + 1);
          n_taken = 1;
        }

      for (guint taken = 0; taken < n_taken; taken++)
        {
          g_free (argv[i]);
          for (guint j = i; argv[j] != NULL; j++)
            argv[j] = argv[j + 1];
        }
      if (n_taken > 0)
        i--;
    }

  return TRUE;
}

/**
 * loket_ctl_new:
 * @argv: (inout): the command line, which the caller owns; --store and --as are taken out of it
 * @error: what is wrong with it
 *
 * Returns: (transfer full) (nullable): what the verbs need
 */
LoketCtl *
loket_ctl_new (char   ***argv,
               GError  **error)
{
  g_autoptr (LoketCtl) self = g_new0 (LoketCtl, 1);
  g_autofree char *given = NULL;

  self->counsellor = g_strdup (g_getenv ("LOKETTEN_COUNSELLOR"));
  if (!take_option (*argv, "--store", &given, error)
      || !take_option (*argv, "--as", &self->counsellor, error))
    return NULL;

  self->path = loket_preferences_dup_store (given);
  self->clock = loket_clock_new (g_getenv ("LOKETTEN_NOW"), error);
  if (self->clock == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
loket_ctl_free (LoketCtl *self)
{
  if (self->desk != NULL)
    loket_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->counsellor);
  g_free (self);
}

/**
 * loket_ctl_get_path:
 *
 * Returns: (transfer none): the path of the store
 */
const char *
loket_ctl_get_path (LoketCtl *self)
{
  return self->path;
}

/**
 * loket_ctl_open_desk:
 * @access: %LOKET_ACCESS_CREATE or %LOKET_ACCESS_FILL to make the store when it is not there
 * @error: what is wrong with the store or the counsellor
 *
 * Returns: (transfer none) (nullable): the desk, closed at the end of the program
 */
LoketDesk *
loket_ctl_open_desk (LoketCtl     *self,
                     LoketAccess   access,
                     GError      **error)
{
  g_autofree char *chosen = loket_preferences_dup_counsellor ();

  if (self->desk != NULL)
    return self->desk;

  self->desk = loket_desk_open (self->path, access, self->clock, error);
  if (self->desk == NULL)
    return NULL;

  if (!loket_desk_identify (self->desk, self->counsellor, chosen, "loketctl", error))
    return NULL;

  return self->desk;
}

/**
 * loket_ctl_load_questionnaire:
 * @id: (nullable): the id of a questionnaire; NULL for "kto"
 * @error: %LOKET_ERROR_NOT_FOUND when there is no such questionnaire
 *
 * Opens the store for one that does not come with the program.
 *
 * Returns: (transfer full) (nullable): the questionnaire
 */
LoketQuestionnaire *
loket_ctl_load_questionnaire (LoketCtl    *self,
                              const char  *id,
                              GError     **error)
{
  g_autoptr (GError) not_there = NULL;
  LoketQuestionnaire *questionnaire = loket_questionnaires_load (id != NULL ? id : "kto",
                                                                 &not_there);

  if (questionnaire != NULL)
    return questionnaire;
  if (loket_ctl_open_desk (self, LOKET_ACCESS_WRITE, error) == NULL)
    return NULL;

  return loket_desk_load_questionnaire (self->desk, id, error);
}

/**
 * loket_ctl_parse:
 * @verb: the verb
 * @entries: (nullable): its options
 * @n_words: how many words it takes besides; -1 for any number
 * @argc: (inout): the number of words
 * @argv: (inout): the words
 *
 * Returns: whether the words make sense; else a sentence stands on standard error, and the exit
 *   code is %LOKET_EXIT_USAGE
 */
gboolean
loket_ctl_parse (const LoketVerb   *verb,
                 GOptionEntry      *entries,
                 int                n_words,
                 int               *argc,
                 char            ***argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strdup_printf ("- %s", _(verb->summary));

  context = g_option_context_new (words);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    g_printerr ("loketctl %s: %s\n", verb->name, error->message);
  else if (n_words >= 0 && *argc - 1 != n_words)
    g_printerr (_("loketctl %s: wrong number of words\n"), verb->name);
  else
    return TRUE;

  g_printerr (_("usage: loketctl %s %s\n"), verb->name,
              loket_ctl_get_words (verb));
  return FALSE;
}

/**
 * loket_ctl_get_words:
 *
 * Returns: (transfer none): what follows the verb, in the language of people
 */
const char *
loket_ctl_get_words (const LoketVerb *verb)
{
  return *verb->words != '\0' ? _(verb->words) : "";
}

/**
 * loket_ctl_fail:
 * @error: (transfer none): what went wrong
 *
 * Writes one clear line on standard error.
 *
 * Returns: %LOKET_EXIT_FAILED
 */
int
loket_ctl_fail (GError *error)
{
  g_printerr ("loketctl: %s\n", error->message);

  return LOKET_EXIT_FAILED;
}

/**
 * loket_ctl_refuse_words:
 * @error: what is wrong with the words on the command line
 *
 * Says it on standard error.
 *
 * Returns: the exit code
 */
int
loket_ctl_refuse_words (GError *error)
{
  loket_ctl_fail (error);

  return LOKET_EXIT_USAGE;
}

/**
 * loket_ctl_check_day:
 * @day: (nullable): what was given for a date
 *
 * Returns: whether it is a date, or nothing was given
 */
gboolean
loket_ctl_check_day (const char  *day,
                     GError     **error)
{
  if (day == NULL || loket_date_is_valid (day))
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is not a date (YYYY-MM-DD)"), day);

  return FALSE;
}
