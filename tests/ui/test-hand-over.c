/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * What other programs are handed, of what people typed. */

#include "ui-fixture.h"

#include "loket-hand-over.h"

static void
test_number_is_cleaned (void)
{
  static const struct
  {
    const char *number;
    const char *uri;
  } cases[] = {
    { "06 1234 5678", "tel:0612345678" },
    { "(0344) 12-34.56", "tel:0344123456" },
    { "+31 6 12345678", "tel:+31612345678" },
    { "+31 (0)6 12345678", "tel:+31612345678" },
    { "(0)6 12345678", "tel:0612345678" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = loket_hand_over_dup_phone_uri (cases[i].number);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_address_cannot_add_words (void)
{
  g_autofree char *plain = loket_hand_over_dup_mail_uri ("zoe+werk@example.nl");
  g_autofree char *sly = loket_hand_over_dup_mail_uri ("a@b.nl?body=Hallo&cc=x");

  g_assert_cmpstr (plain, ==, "mailto:zoe+werk@example.nl");
  g_assert_cmpstr (sly, ==, "mailto:a@b.nl%3Fbody%3DHallo%26cc%3Dx");
}

/* A mail program reads the same letter again: words, lines and signs. */
static void
test_letter_is_whole (void)
{
  g_autofree char *uri = loket_hand_over_dup_letter_uri ("zoe+werk@example.nl", "Jansen & Zn?",
                                                         "Beste Zoë,\n\n100% = 5 + 5\n");

  g_assert_cmpstr (uri, ==, "mailto:zoe+werk@example.nl?subject=Jansen%20%26%20Zn%3F"
                            "&body=Beste%20Zo%C3%AB%2C%0D%0A%0D%0A100%25%20%3D%205%20%2B%205%0D%0A");
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init (&argc, &argv);

  g_test_add_func ("/hand-over/number-is-cleaned", test_number_is_cleaned);
  g_test_add_func ("/hand-over/address-cannot-add-words", test_address_cannot_add_words);
  g_test_add_func ("/hand-over/letter-is-whole", test_letter_is_whole);

  return g_test_run ();
}
