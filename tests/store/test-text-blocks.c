/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Tests of the text blocks that are offered, and of changing and retiring them. */

#include "desk-fixture.h"
#include "loket-save-act.h"
#include "loket-text-blocks.h"
#include "loket-undo-act.h"

static LoketTextBlocks *
load (LoketDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LoketTextBlocks *all;

  loket_desk_load_text_blocks_async (desk, NULL, desk_result_cb, &result);
  all = loket_desk_load_text_blocks_finish (desk, desk_await (&result), &error);
  g_assert_no_error (error);

  return all;
}

static LoketTextBlock *
find (LoketTextBlocks *all,
      const char      *name)
{
  for (guint i = 0; i < all->blocks->len; i++)
    {
      if (g_str_equal (loket_record_get_text (all->blocks->pdata[i], LOKET_TEXT_BLOCK_NAME), name))
        return all->blocks->pdata[i];
    }

  return NULL;
}

static LoketDeed *
save (LoketDesk  *desk,
      LoketDraft *draft)
{
  g_autoptr (GError) error = NULL;
  LoketDeed *deed = loket_desk_save (desk, "text_block.save", draft, &error);

  g_assert_no_error (error);

  return deed;
}

static void
test_an_office_begins_with_some (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketTextBlocks) all = load (desk);

  g_assert_cmpuint (all->blocks->len, >=, 5);
  g_assert_nonnull (find (all, "Test explained"));
  g_assert_null (all->office);
  loket_desk_close (desk);
}

/* The office's own takes the place of the one that came with the program; undo brings that back. */
static void
test_a_block_can_be_changed (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketTextBlocks) before = load (desk);
  g_autoptr (LoketTextBlocks) changed = NULL;
  g_autoptr (LoketTextBlocks) after = NULL;
  g_autoptr (LoketDraft) draft = loket_text_block_create_draft (find (before, "Test explained"));
  g_autoptr (LoketDeed) deed = NULL;
  g_autoptr (LoketDeed) undone = NULL;

  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_TEXT, "Ours & {given name}");
  deed = save (desk, draft);
  changed = load (desk);
  g_assert_cmpuint (changed->blocks->len, ==, before->blocks->len);
  g_assert_cmpstr (
    loket_record_get_text (LOKET_RECORD (find (changed, "Test explained")), LOKET_TEXT_BLOCK_TEXT),
    ==, "Ours & {given name}");

  undone = loket_desk_undo (desk, deed->id, NULL);
  g_assert_nonnull (undone);
  after = load (desk);
  g_assert_cmpstr (
    loket_record_get_text (LOKET_RECORD (find (after, "Test explained")), LOKET_TEXT_BLOCK_TEXT),
    !=, "Ours & {given name}");
  loket_desk_close (desk);
}

static gpointer
load_text (LoketDatabase  *database,
           gpointer        input,
           GError        **error)
{
  return loket_text_blocks_load_text (database, input, error);
}

/* What the program offers by itself says what the office wants it to say, by whatever name. */
static void
test_the_offered_letter_is_the_office_s_own (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketTextBlocks) all = load (desk);
  g_autoptr (LoketDraft) draft = loket_text_block_create_draft (find (all, "Could not reach you"));
  g_autoptr (LoketDeed) deed = NULL;
  g_autofree char *shipped = NULL;
  g_autofree char *own = NULL;

  shipped = loket_store_read (loket_desk_get_store (desk), load_text, "not-reached", NULL);
  g_assert_true (g_str_has_prefix (shipped, "Dear {given name},"));

  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_TEXT, "Ours & {given name}");
  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_RETIRED, "1");
  deed = save (desk, draft);
  own = loket_store_read (loket_desk_get_store (desk), load_text, "not-reached", NULL);
  g_assert_cmpstr (own, ==, "Ours & {given name}");
  loket_desk_close (desk);
}

static void
test_a_retired_block_is_offered_no_more (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketTextBlocks) before = load (desk);
  g_autoptr (LoketTextBlocks) after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) deed = NULL;

  loket_desk_retire_text_block_async (desk, find (before, "Test explained"), NULL, desk_result_cb,
                                      &result);
  deed = loket_desk_act_finish (desk, desk_await (&result), NULL);
  g_assert_nonnull (deed);
  after = load (desk);
  g_assert_null (find (after, "Test explained"));
  g_assert_cmpuint (after->blocks->len, ==, before->blocks->len - 1);
  loket_desk_close (desk);
}

static LoketDeed *
save_new (LoketDesk   *desk,
          const char  *name,
          const char  *text,
          GError     **error)
{
  g_autoptr (LoketDraft) draft = loket_draft_new (&loket_text_block_kind);
  g_autoptr (GAsyncResult) result = NULL;

  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_NAME, name);
  loket_draft_set_value (draft, LOKET_TEXT_BLOCK_TEXT, text);
  loket_desk_save_text_block_async (desk, draft, NULL, desk_result_cb, &result);

  return loket_desk_act_finish (desk, desk_await (&result), error);
}

static void
test_a_name_is_given_once (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDeed) deed = save_new (desk, "Slot", "Tot ziens", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (deed);
  g_assert_null (save_new (desk, "Slot", "Dag", &error));
  store_assert_says (error, "There is a text block “Slot” already");
  loket_desk_close (desk);
}

static void
test_the_name_of_a_retired_block_is_free (void)
{
  g_autoptr (LoketDesk) desk = desk_open ("store.db");
  g_autoptr (LoketDeed) deed = save_new (desk, "Slot", "Tot ziens", NULL);
  g_autoptr (LoketTextBlocks) before = load (desk);
  g_autoptr (LoketTextBlocks) after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LoketDeed) retired = NULL;
  g_autoptr (LoketDeed) again = NULL;

  loket_desk_retire_text_block_async (desk, find (before, "Slot"), NULL, desk_result_cb, &result);
  retired = loket_desk_act_finish (desk, desk_await (&result), NULL);
  g_assert_nonnull (retired);
  again = save_new (desk, "Slot", "Dag", NULL);
  g_assert_nonnull (again);
  after = load (desk);
  g_assert_cmpstr (loket_record_get_text (LOKET_RECORD (find (after, "Slot")),
                                          LOKET_TEXT_BLOCK_TEXT),
                   ==, "Dag");
  loket_desk_close (desk);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_func ("/text-blocks/an-office-begins-with-some", test_an_office_begins_with_some);
  g_test_add_func ("/text-blocks/a-block-can-be-changed", test_a_block_can_be_changed);
  g_test_add_func ("/text-blocks/the-offered-letter-is-the-office-s-own",
                   test_the_offered_letter_is_the_office_s_own);
  g_test_add_func ("/text-blocks/a-retired-block-is-offered-no-more",
                   test_a_retired_block_is_offered_no_more);
  g_test_add_func ("/text-blocks/a-name-is-given-once", test_a_name_is_given_once);
  g_test_add_func ("/text-blocks/the-name-of-a-retired-block-is-free",
                   test_the_name_of_a_retired_block_is_free);

  return g_test_run ();
}
