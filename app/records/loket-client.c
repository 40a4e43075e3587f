/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * A client: the person helped. */

#include "loketten-config.h"

#include "loket-client.h"
#include "loket-date.h"
#include "loket-error.h"
#include "loket-item-set.h"
#include "loket-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LoketClient
{
  LoketRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LoketClient, loket_client, LOKET_TYPE_RECORD)

static const LoketField fields[] = {
  [LOKET_CLIENT_CLIENT_NO] =
    { "client_no", N_("Number"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED | LOKET_FIELD_NUMBER },
  [LOKET_CLIENT_FAMILY_NAME] =
    { "family_name", N_("Family name"), LOKET_FIELD_LINE, LOKET_FIELD_REQUIRED },
  [LOKET_CLIENT_GIVEN_NAME] = { "given_name", N_("Given name"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_PREFIX] = { "prefix", N_("Prefix"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_BIRTH_DATE] = { "birth_date", N_("Date of birth"), LOKET_FIELD_DATE, 0 },
  [LOKET_CLIENT_GENDER] = { "gender", N_("Gender"), LOKET_FIELD_CODE, 0, "gender" },
  [LOKET_CLIENT_EMAIL] = { "email", N_("E-mail"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_PHONE] = { "phone", N_("Telephone"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_POSTCODE] = { "postcode", N_("Postcode"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_CITY] = { "city", N_("Town"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_EDUCATION] = { "education", N_("Education"), LOKET_FIELD_CODE, 0, "education" },
  [LOKET_CLIENT_SITUATION] = { "situation", N_("Situation"), LOKET_FIELD_CODE, 0, "situation" },
  [LOKET_CLIENT_HEARD_VIA] =
    { "heard_via", N_("Heard of us through"), LOKET_FIELD_CODE, 0, "heard_via" },
  [LOKET_CLIENT_LANGUAGE] = { "language", N_("Language"), LOKET_FIELD_LINE, 0 },
  [LOKET_CLIENT_REGISTERED_ON] = { "registered_on", N_("Registered on"), LOKET_FIELD_DATE, 0 },
  [LOKET_CLIENT_NO_CONTACT] = { "no_contact", N_("No contact"), LOKET_FIELD_FLAG, 0 },
  [LOKET_CLIENT_NO_SURVEY] = { "no_survey", N_("No survey"), LOKET_FIELD_FLAG, 0 },
  [LOKET_CLIENT_NOT_SAME] =
    { "not_same", N_("Not the same person"), LOKET_FIELD_TEXT,
      LOKET_FIELD_INTERNAL | LOKET_FIELD_SET },
  [LOKET_CLIENT_MERGED] =
    { "merged", N_("Merged records"), LOKET_FIELD_TEXT, LOKET_FIELD_INTERNAL | LOKET_FIELD_SET },
  [LOKET_CLIENT_SORT_NAME] =
    { "sort_name", N_("Sorted as"), LOKET_FIELD_LINE, LOKET_FIELD_DERIVED },
  /* In the form of loket_confirmed_set (). */
  [LOKET_CLIENT_CONFIRMED] =
    { "confirmed", N_("Confirmed"), LOKET_FIELD_LINE, LOKET_FIELD_INTERNAL },
};

/* The name as Dutch lists sort it: family name, given name, prefix, folded. */
static void
complete_draft (LoketDraft *draft)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  name = g_strjoin (" ", loket_draft_get_text (draft, LOKET_CLIENT_FAMILY_NAME),
                    loket_draft_get_text (draft, LOKET_CLIENT_GIVEN_NAME),
                    loket_draft_get_text (draft, LOKET_CLIENT_PREFIX), NULL);
  folded = loket_text_fold (name);
  loket_draft_set_value (draft, LOKET_CLIENT_SORT_NAME, *folded != '\0' ? folded : "-");
}

static gboolean
check_dates (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  const char *birth_date = loket_draft_get_text (draft, LOKET_CLIENT_BIRTH_DATE);
  const char *registered_on = loket_draft_get_text (draft, LOKET_CLIENT_REGISTERED_ON);

  *field = LOKET_CLIENT_BIRTH_DATE;
  if (strcmp (birth_date, checks->today) > 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” lies in the future"),
                   birth_date);
      return FALSE;
    }
  if (*birth_date != '\0' && loket_date_get_years (birth_date, checks->today) > 120)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is more than 120 years ago"),
                   birth_date);
      return FALSE;
    }

  *field = LOKET_CLIENT_REGISTERED_ON;
  if (*registered_on != '\0' && strcmp (registered_on, birth_date) < 0)
    {
      g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” lies before the date of birth"),
                   registered_on);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_email (const char  *email,
             GError     **error)
{
  const char *at = strchr (email, '@');

  if (at != NULL && at > email && at[1] != '\0' && strchr (at + 1, '@') == NULL
      && strpbrk (email, " ,;<>\"()") == NULL)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID,
               _("“%s” is not an e-mail address (name@place.nl)"), email);
  return FALSE;
}

static gboolean
check_phone (const char  *phone,
             GError     **error)
{
  g_autofree char *digits = loket_text_get_digits (phone);

  if (strspn (phone, "+0123456789 -()./") == strlen (phone) && strlen (digits) >= 4
      && strlen (digits) <= 16)
    return TRUE;

  g_set_error (error, LOKET_ERROR, LOKET_ERROR_INVALID, _("“%s” is not a telephone number"), phone);
  return FALSE;
}

static gboolean
check_draft (const LoketDraft   *draft,
             const LoketChecks  *checks,
             guint              *field,
             GError            **error)
{
  const char *email = loket_draft_get_value (draft, LOKET_CLIENT_EMAIL);
  const char *phone = loket_draft_get_value (draft, LOKET_CLIENT_PHONE);

  if (!check_dates (draft, checks, field, error))
    return FALSE;

  *field = LOKET_CLIENT_EMAIL;
  if (email != NULL && !check_email (email, error))
    return FALSE;

  *field = LOKET_CLIENT_PHONE;

  return phone == NULL || check_phone (phone, error);
}

const LoketKind loket_client_kind = {
  .name = "client",
  .title = N_("Client"),
  .plural = "clients",
  .prefix = "K",
  .fields = fields,
  .n_fields = LOKET_CLIENT_N_FIELDS,
  .get_type = loket_client_get_type,
  .complete = complete_draft,
  .check = check_draft,
};

static void
loket_client_class_init (LoketClientClass *klass)
{
}

static void
loket_client_init (LoketClient *self)
{
}

/**
 * loket_client_join_name:
 * @given_name: perhaps empty
 * @prefix: perhaps empty: "van der"
 * @family_name: the family name
 *
 * Returns: (transfer full): the name as it is said: "Kees van der Velden"
 */
char *
loket_client_join_name (const char *given_name,
                        const char *prefix,
                        const char *family_name)
{
  return g_strconcat (given_name, *given_name != '\0' ? " " : "",
                      prefix, *prefix != '\0' ? " " : "", family_name, NULL);
}

/**
 * loket_client_dup_display_name:
 *
 * Returns: (transfer full): the name as it is said, plain text, never markup
 */
char *
loket_client_dup_display_name (LoketClient *self)
{
  LoketRecord *record = LOKET_RECORD (self);

  return loket_client_join_name (loket_record_get_text (record, LOKET_CLIENT_GIVEN_NAME),
                                 loket_record_get_text (record, LOKET_CLIENT_PREFIX),
                                 loket_record_get_text (record, LOKET_CLIENT_FAMILY_NAME));
}

/**
 * loket_client_get_age:
 * @self: a client
 * @today: YYYY-MM-DD
 *
 * Returns: the age in years on @today, or -1 when the date of birth is not known
 */
int
loket_client_get_age (LoketClient *self,
                      const char  *today)
{
  const char *birth_date = loket_record_get_value (LOKET_RECORD (self), LOKET_CLIENT_BIRTH_DATE);

  return birth_date != NULL ? loket_date_get_years (birth_date, today) : -1;
}

/**
 * loket_client_write_merged:
 * @self: a client whose record is to be merged into another
 *
 * Returns: (transfer full): what the other's field "merged" is to say of it: its id and its number,
 *   then those of the records that were merged into this one before
 */
char *
loket_client_write_merged (LoketClient *self)
{
  LoketRecord *record = LOKET_RECORD (self);
  g_autofree char *number = NULL;
  g_autofree char *item = NULL;

  /* Numbers of other programs may hold any sign. */
  number = g_uri_escape_string (loket_record_get_text (record, LOKET_CLIENT_CLIENT_NO), " ", TRUE);
  item = g_strconcat (loket_record_get_id (record), "=", number, NULL);

  return loket_item_set_add (item, loket_record_get_value (record, LOKET_CLIENT_MERGED));
}

/**
 * loket_client_read_merged:
 * @item: an item of the field "merged"
 * @id: (out) (transfer full): the id that the record had
 * @number: (out) (transfer full): the number that it had
 *
 * Returns: whether @item is one; if not, nothing is set
 */
gboolean
loket_client_read_merged (const char  *item,
                          char       **id,
                          char       **number)
{
  const char *sign = strchr (item, '=');

  if (sign == NULL || sign == item || sign[1] == '\0')
    return FALSE;

  *number = g_uri_unescape_string (sign + 1, NULL);
  if (*number == NULL)
    return FALSE;

  *id = g_strndup (item, (gsize) (sign - item));

  return TRUE;
}

/**
 * loket_client_is_told_apart_by:
 * @not_same: what the field "not_same" of another says
 *
 * Returns: whether it names this client, or a record that was merged into this one
 */
gboolean
loket_client_is_told_apart_by (LoketClient *self,
                               const char  *not_same)
{
  const char *merged = loket_record_get_text (LOKET_RECORD (self), LOKET_CLIENT_MERGED);
  g_auto (GStrv) items = g_strsplit (merged, ";", -1);

  if (loket_item_set_has (not_same, loket_record_get_id (LOKET_RECORD (self))))
    return TRUE;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *number = NULL;

      if (loket_client_read_merged (items[i], &id, &number) && loket_item_set_has (not_same, id))
        return TRUE;
    }

  return FALSE;
}

/**
 * loket_client_is_not_same:
 *
 * Returns: whether somebody has said that these are two persons
 */
gboolean
loket_client_is_not_same (LoketClient *self,
                          LoketClient *other)
{
  const char *own = loket_record_get_text (LOKET_RECORD (self), LOKET_CLIENT_NOT_SAME);
  const char *others = loket_record_get_text (LOKET_RECORD (other), LOKET_CLIENT_NOT_SAME);

  return loket_client_is_told_apart_by (other, own) || loket_client_is_told_apart_by (self, others);
}
