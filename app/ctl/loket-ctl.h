/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What the verbs of loketctl share: the words of the command line, the desk, the exit codes. */

#pragma once

#include "loket-desk.h"
#include "loket-questionnaire.h"

G_BEGIN_DECLS

/* Fixed: scripts of others rely on them. */
enum
{
  LOKET_EXIT_DONE = 0,
  LOKET_EXIT_FAILED = 1,
  LOKET_EXIT_USAGE = 2,
  LOKET_EXIT_REFUSED_ROWS = 3
};

typedef struct _LoketCtl LoketCtl;

/**
 * LoketVerb:
 * @name: the word on the command line
 * @words: what follows it, for the usage line
 * @summary: what it does
 * @run: does it; the words after the verb start at argv[1]. Gives the exit code
 */
typedef struct
{
  const char *name;
  const char *words;
  const char *summary;
  int (*run) (LoketCtl *ctl, int argc, char **argv);
} LoketVerb;

LoketCtl   *loket_ctl_new        (char           ***argv,
                                  GError          **error);
void        loket_ctl_free       (LoketCtl         *self);
const char *loket_ctl_get_path   (LoketCtl         *self);
LoketDesk  *loket_ctl_open_desk  (LoketCtl         *self,
                                  LoketAccess       access,
                                  GError          **error);
LoketQuestionnaire *
            loket_ctl_load_questionnaire
                                 (LoketCtl         *self,
                                  const char       *id,
                                  GError          **error);
gboolean    loket_ctl_parse      (const LoketVerb  *verb,
                                  GOptionEntry     *entries,
                                  int               n_words,
                                  int              *argc,
                                  char           ***argv);
const char *loket_ctl_get_words  (const LoketVerb  *verb);
int         loket_ctl_fail       (GError           *error);
int         loket_ctl_refuse_words
                                 (GError           *error);
gboolean    loket_ctl_check_day  (const char       *day,
                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoketCtl, loket_ctl_free)

G_END_DECLS
