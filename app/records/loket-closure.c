/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * The office is closed from a day until another, both included. */

#include "loketten-config.h"

#include "loket-closure.h"

#include "loket-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketClosure
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketClosure, loket_closure, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_CLOSURE_FROM] =
    { "from_on", N_("First day"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_CLOSURE_UNTIL] =
    { "until_on", N_("Last day"), LOKET_FIELD_DATE, LOKET_FIELD_REQUIRED },
  [LOKET_CLOSURE_REASON] = { "reason", N_("Reason"), LOKET_FIELD_LINE, 0 },
};

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  if (strcmp (loket_draft_get_text (draft, LOKET_CLOSURE_UNTIL),
              loket_draft_get_text (draft, LOKET_CLOSURE_FROM)) >= 0)
    return TRUE;

  *field = LOKET_CLOSURE_UNTIL;
  g_set_error_literal (error, LOKET_ERROR, LOKET_ERROR_INVALID,
                       _("The last day lies before the first"));

  return FALSE;
}

const LoketKind loket_closure_kind = {
  .name = "closure",
  .title = N_("Closing days"),
  .fields = fields,
  .n_fields = LOKET_CLOSURE_N_FIELDS,
  .get_type = loket_closure_get_type,
  .check = check_draft,
};

static void
loket_closure_class_init (LoketClosureClass *klass)
{
}

static void
loket_closure_init (LoketClosure *self)
{
}
