/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Draws all whose window is open. They are marked before the file is written: when writing fails,
 * the same file can be written again, and nobody is ever invited twice. */

#include "loketten-config.h"

#include "loket-invite-act.h"

#include "loket-invitation.h"
#include "loket-invitee.h"
#include "loket-invitee-file.h"
#include "loket-record-table.h"

/* Counting how many were invited, while they are drawn. */
typedef struct
{
  LoketAct *act;
  char month[8];      /* YYYY-MM */
  GPtrArray *counts;  /* (owned): of LoketDraft: the invitations of that month */
} Counting;

static void
clear_counting (Counting *counting)
{
  g_clear_pointer (&counting->counts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, clear_counting)

static gboolean
begin_counting (Counting    *counting,
                LoketAct    *act,
                const char  *day,
                GError     **error)
{
  LoketRecordTable *table = loket_record_table_get (loket_act_get_database (act),
                                                    &loket_invitation_kind);
  g_autoptr (GPtrArray) records = NULL;

  counting->act = act;
  g_strlcpy (counting->month, day, sizeof counting->month);
  counting->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  records = loket_record_table_load_where (table, LOKET_INVITATION_MONTH, counting->month, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (g_str_equal (loket_record_get_text (records->pdata[i], LOKET_INVITATION_QUESTIONNAIRE),
                       LOKET_SURVEY_QUESTIONNAIRE))
        g_ptr_array_add (counting->counts, loket_draft_new_from_record (records->pdata[i]));
    }

  return records != NULL;
}

static gboolean
is_of_office (const LoketDraft *count,
              const char       *office)
{
  return g_strcmp0 (loket_draft_get_value (count, LOKET_INVITATION_LOKET), office) == 0;
}

static LoketDraft *
find_count (Counting   *counting,
            const char *office,
            const char *counsellor)
{
  for (guint i = 0; i < counting->counts->len; i++)
    {
      LoketDraft *count = counting->counts->pdata[i];
      const char *whose = loket_draft_get_value (count, LOKET_INVITATION_COUNSELLOR);

      if (is_of_office (count, office) && g_strcmp0 (whose, counsellor) == 0)
        return count;
    }

  return NULL;
}

static int
get_sent (const LoketDraft *count)
{
  return (int) g_ascii_strtoll (loket_draft_get_text (count, LOKET_INVITATION_SENT), NULL, 10);
}

static LoketDraft *
add_count (Counting   *counting,
           const char *office,
           const char *counsellor,
           int         sent)
{
  LoketDraft *count = loket_draft_new (&loket_invitation_kind);

  loket_draft_set_value (count, LOKET_INVITATION_QUESTIONNAIRE, LOKET_SURVEY_QUESTIONNAIRE);
  loket_draft_set_value (count, LOKET_INVITATION_MONTH, counting->month);
  loket_draft_set_value (count, LOKET_INVITATION_LOKET, office);
  loket_draft_set_value (count, LOKET_INVITATION_COUNSELLOR, counsellor);
  loket_draft_set_integer (count, LOKET_INVITATION_SENT, sent);
  g_ptr_array_add (counting->counts, count);

  return count;
}

static int
sum_counsellors (Counting   *counting,
                 const char *office)
{
  int sum = 0;

  for (guint i = 0; i < counting->counts->len; i++)
    {
      if (is_of_office (counting->counts->pdata[i], office))
        sum += get_sent (counting->counts->pdata[i]);
    }

  return sum;
}

/* A count without a counsellor is that of the whole office: it is needed when somebody has no
 * counsellor, and holds the others as well. */
static void
count_one (Counting             *counting,
           const LoketSurveyRow *candidate)
{
  const char *office = candidate->office;
  LoketDraft *whole = find_count (counting, office, NULL);
  LoketDraft *own = NULL;

  if (whole == NULL && candidate->counsellor == NULL)
    whole = add_count (counting, office, NULL, sum_counsellors (counting, office));
  if (candidate->counsellor != NULL)
    own = find_count (counting, office, candidate->counsellor);
  if (own == NULL && candidate->counsellor != NULL)
    own = add_count (counting, office, candidate->counsellor, 0);

  if (whole != NULL)
    loket_draft_set_integer (whole, LOKET_INVITATION_SENT, get_sent (whole) + 1);
  if (own != NULL)
    loket_draft_set_integer (own, LOKET_INVITATION_SENT, get_sent (own) + 1);
}

static gboolean
save_counts (Counting  *counting,
             GError   **error)
{
  for (guint i = 0; i < counting->counts->len; i++)
    {
      if (!loket_act_save (counting->act, counting->counts->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static LoketDraft *
create_invitee (LoketAct             *act,
                const LoketSurveyRow *candidate,
                const char           *day)
{
  LoketDraft *invitee = loket_draft_new (&loket_invitee_kind);
  char token[LOKET_TOKEN_LENGTH + 1];

  loket_act_next_token (act, token);
  loket_draft_set_value (invitee, LOKET_INVITEE_TRAJECTORY_NO, candidate->trajectory_id);
  loket_draft_set_value (invitee, LOKET_INVITEE_QUESTIONNAIRE, LOKET_SURVEY_QUESTIONNAIRE);
  loket_draft_set_value (invitee, LOKET_INVITEE_DRAWN_ON, day);
  loket_draft_set_value (invitee, LOKET_INVITEE_TOKEN, token);
  loket_draft_set_value (invitee, LOKET_INVITEE_EMAIL, candidate->email);
  loket_draft_set_value (invitee, LOKET_INVITEE_LANGUAGE, candidate->language);
  loket_draft_set_value (invitee, LOKET_INVITEE_LOKET, candidate->office);
  loket_draft_set_value (invitee, LOKET_INVITEE_COUNSELLOR, candidate->counsellor);

  return invitee;
}

static gboolean
draw (LoketAct         *act,
      LoketCandidates  *candidates,
      GError          **error)
{
  g_auto (Counting) counting = { NULL };
  g_autoptr (GPtrArray) invitees = NULL;

  if (!begin_counting (&counting, act, candidates->day.text, error))
    return FALSE;

  invitees = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  for (guint i = 0; i < candidates->open->len; i++)
    {
      g_ptr_array_add (invitees, create_invitee (act, candidates->open->pdata[i],
                                                 candidates->day.text));
      count_one (&counting, candidates->open->pdata[i]);
    }

  return loket_act_save_all (act, invitees, error) && save_counts (&counting, error);
}

static gboolean
find_drawn (LoketDatabase  *database,
            const char     *day,
            gboolean       *has_drawn,
            GError        **error)
{
  g_autoptr (GPtrArray) drawn = NULL;

  drawn = loket_record_table_load_where (loket_record_table_get (database, &loket_invitee_kind),
                                         LOKET_INVITEE_DRAWN_ON, day, error);
  if (drawn == NULL)
    return FALSE;

  *has_drawn = FALSE;
  for (guint i = 0; i < drawn->len; i++)
    *has_drawn |= g_str_equal (loket_record_get_text (drawn->pdata[i],
                                                      LOKET_INVITEE_QUESTIONNAIRE),
                               LOKET_SURVEY_QUESTIONNAIRE);

  return TRUE;
}

/* What was drawn on a day is complete: drawing again on that day adds nobody. */
static gboolean
invite (LoketAct  *act,
        gpointer   input,
        GError   **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (LoketCandidates) candidates = NULL;
  gboolean has_drawn = FALSE;

  if (!find_drawn (database, input, &has_drawn, error))
    return FALSE;
  if (has_drawn)
    return TRUE;

  candidates = loket_candidates_load (database, input, error);

  return candidates != NULL && draw (act, candidates, error);
}

/**
 * loket_desk_invite:
 * @day: YYYY-MM-DD
 * @error: why nobody was invited
 *
 * Marks everybody who can be invited on @day as invited, counts them among the invitations of the
 * month, and waits for it; one act. On a day on which clients were drawn before it does nothing.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LoketDeed *
loket_desk_invite (LoketDesk   *desk,
                   const char  *day,
                   GError     **error)
{
  return loket_desk_act (desk, "survey.invite", invite, (gpointer) day, error);
}

/**
 * loket_desk_invite_async:
 *
 * Invites everybody who can be invited today, as loket_desk_invite () does; finish with
 * loket_desk_act_finish ().
 */
void
loket_desk_invite_async (LoketDesk           *desk,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  LoketDateText today = loket_desk_get_today (desk);

  loket_desk_act_async (desk, "survey.invite", invite, g_strdup (today.text), g_free, cancellable,
                        callback, user_data);
}

/* A file of those who were drawn on a day. */
typedef struct
{
  LoketDateText day;
  GOutputStream *stream;  /* (nullable), borrowed: where to write */
  GFile *file;            /* (nullable): where to write otherwise */
  GFile *aside;           /* (nullable): beside it, until it is known that they are marked */
  guint n_written;
} Writing;

static void
free_writing (Writing *writing)
{
  g_clear_object (&writing->file);
  g_clear_object (&writing->aside);
  g_free (writing);
}

/* From now on somebody else may know the tokens. */
static gboolean
mark_handed (LoketAct    *act,
             const char  *day,
             GError     **error)
{
  LoketDatabase *database = loket_act_get_database (act);
  g_autoptr (GPtrArray) drawn = NULL;
  g_autoptr (GPtrArray) marked = NULL;

  drawn = loket_record_table_load_where (loket_record_table_get (database, &loket_invitee_kind),
                                         LOKET_INVITEE_DRAWN_ON, day, error);
  if (drawn == NULL)
    return FALSE;

  marked = g_ptr_array_new_with_free_func ((GDestroyNotify) loket_draft_free);
  for (guint i = 0; i < drawn->len; i++)
    {
      LoketDraft *invitee = NULL;

      if (loket_record_get_value (drawn->pdata[i], LOKET_INVITEE_HANDED_ON) != NULL)
        continue;
      invitee = loket_draft_new_from_record (drawn->pdata[i]);
      loket_draft_set_value (invitee, LOKET_INVITEE_HANDED_ON, loket_act_get_checks (act)->today);
      g_ptr_array_add (marked, invitee);
    }

  return loket_act_save_all (act, marked, error);
}

static gboolean
fill_file (LoketDatabase     *database,
           GFile             *file,
           LoketInviteeFile  *request,
           GError           **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);

  if (stream == NULL)
    return FALSE;

  request->stream = G_OUTPUT_STREAM (stream);

  return loket_invitee_file_write (request, database, error)
         && g_output_stream_close (request->stream, NULL, error);
}

/* Others may not read it; what is written half is thrown away. */
static gboolean
write_aside (LoketAct          *act,
             Writing           *writing,
             LoketInviteeFile  *request,
             GError           **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (writing->file);
  g_autofree char *name = g_file_get_basename (writing->file);
  g_autofree char *aside = g_strconcat (name, ".", loket_act_get_id (act), NULL);

  if (folder == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "%s is not a file", name);
      return FALSE;
    }

  writing->aside = g_file_get_child (folder, aside);
  if (fill_file (loket_act_get_database (act), writing->aside, request, error))
    return TRUE;

  g_file_delete (writing->aside, NULL, NULL);

  return FALSE;
}

static gboolean
write_invitees (LoketAct  *act,
                gpointer   input,
                GError   **error)
{
  Writing *writing = input;
  LoketInviteeFile request = {
    LOKET_SURVEY_QUESTIONNAIRE, writing->day.text, writing->stream, 0
  };

  if (!mark_handed (act, writing->day.text, error))
    return FALSE;
  if (writing->file != NULL
          ? !write_aside (act, writing, &request, error)
          : !loket_invitee_file_write (&request, loket_act_get_database (act), error))
    return FALSE;

  writing->n_written = request.n_written;

  return TRUE;
}

/**
 * loket_desk_write_invitees:
 * @day: YYYY-MM-DD
 * @stream: where to write; is not closed
 * @n_written: (out): how many they are
 * @error: why it could not be read or written
 *
 * Writes those who were drawn on @day: their tokens, e-mail addresses and languages. From then on
 * the draw cannot be undone. @stream is to come into its place when this has returned %TRUE, since
 * only then they are marked. Blocks.
 *
 * Returns: whether everything was written
 */
gboolean
loket_desk_write_invitees (LoketDesk      *desk,
                           const char     *day,
                           GOutputStream  *stream,
                           guint          *n_written,
                           GError        **error)
{
  Writing writing = { .stream = stream };
  g_autoptr (LoketDeed) deed = NULL;

  g_strlcpy (writing.day.text, day, sizeof writing.day.text);
  deed = loket_desk_act (desk, "survey.hand_over", write_invitees, &writing, error);
  *n_written = writing.n_written;

  return deed != NULL;
}

static void
fail_writing (GTask  *task,
              GError *error)
{
  Writing *writing = g_task_get_task_data (task);

  if (writing->aside != NULL)
    g_file_delete_async (writing->aside, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_task_return_error (task, error);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_move_finish (G_FILE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    fail_writing (task, error);
}

/* Only now that they are known to be marked does the file come into its place. */
static void
marked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LoketDeed) deed = loket_desk_act_finish (LOKET_DESK (object), result, &error);

  if (deed != NULL)
    g_file_move_async (writing->aside, writing->file, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT,
                       NULL, NULL, NULL, moved_cb, g_steal_pointer (&task));
  else
    fail_writing (task, error);
}

/**
 * loket_desk_write_invitees_async:
 * @file: where to write; what is there is replaced
 *
 * Writes those who were drawn today to a file that nobody else may read, as
 * loket_desk_write_invitees () does. It is written beside @file first, and takes its place when
 * they are marked: a file with tokens is never there without the marks. When that last step fails
 * the marks stand, and writing again gives the same file.
 */
void
loket_desk_write_invitees_async (LoketDesk           *desk,
                                 GFile               *file,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (desk, NULL, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->file = g_object_ref (file);
  writing->day = loket_desk_get_today (desk);
  g_task_set_source_tag (task, loket_desk_write_invitees_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) free_writing);
  loket_desk_act_async (desk, "survey.hand_over", write_invitees, writing, NULL, NULL, marked_cb,
                        task);
}

/**
 * loket_desk_write_invitees_finish:
 * @n_written: (out): how many they are
 *
 * Returns: whether everything was written
 */
gboolean
loket_desk_write_invitees_finish (LoketDesk     *desk,
                                  GAsyncResult  *result,
                                  guint         *n_written,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), FALSE);

  *n_written = ((Writing *) g_task_get_task_data (G_TASK (result)))->n_written;

  return g_task_propagate_boolean (G_TASK (result), error);
}
