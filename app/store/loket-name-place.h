/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Loketten authors
 *
 * Where the words by which a client is found come from: the places of the table client_name. */

#pragma once

/**
 * LoketNamePlace:
 * @LOKET_NAME_PLACE_FAMILY_NAME: a word of the family name, or the whole with its prefix
 * @LOKET_NAME_PLACE_GIVEN_NAME: a word of the given name, or the whole
 * @LOKET_NAME_PLACE_NUMBER: the client number, folded, or one that was merged into the record
 * @LOKET_NAME_PLACE_PHONE_END: the telephone number backwards
 * @LOKET_NAME_PLACE_EMAIL: the e-mail address
 * @LOKET_NAME_PLACE_PHONE_START: the telephone number
 * @LOKET_NAME_PLACE_MERGED_NUMBER: a number that was merged into the record, as files name it
 * @LOKET_NAME_PLACE_MERGED_ID: the id of a record that was merged into this one
 *
 * Where a word comes from, in the order in which they rank. Stores keep these numbers.
 */
typedef enum
{
  LOKET_NAME_PLACE_FAMILY_NAME,
  LOKET_NAME_PLACE_GIVEN_NAME,
  LOKET_NAME_PLACE_NUMBER,
  LOKET_NAME_PLACE_PHONE_END,
  LOKET_NAME_PLACE_EMAIL,
  LOKET_NAME_PLACE_PHONE_START,
  LOKET_NAME_PLACE_MERGED_NUMBER,
  LOKET_NAME_PLACE_MERGED_ID
} LoketNamePlace;
