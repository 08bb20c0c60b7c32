/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/cell-hash.h"

#include <math.h>
#include <string.h>

/* The odd numbers of MurmurHash3, whose mixing this is. */
#define FIRST_FACTOR G_GUINT64_CONSTANT (0x87c37b91114253d5)
#define SECOND_FACTOR G_GUINT64_CONSTANT (0x4cf5ad432745937f)
#define FIRST_FINAL G_GUINT64_CONSTANT (0xff51afd7ed558ccd)
#define SECOND_FINAL G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53)
#define STEP 5
#define STEP_ADDS 0x52dce729

#define MANY_DIGITS 1e13 /* of hundredths below it there are at most fifteen */

typedef enum
{
  KIND_BLANK = 1,
  KIND_TEXT,
  KIND_NUMBER,
  KIND_FORMULA,
} Kind;

static guint64
rotate (guint64 number, guint bits)
{
  return number << bits | number >> (64 - bits);
}

static guint64
take_word (guint64 hash, guint64 word)
{
  hash ^= rotate (word * FIRST_FACTOR, 31) * SECOND_FACTOR;
  return rotate (hash, 27) * STEP + STEP_ADDS;
}

static guint64
spread (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= FIRST_FINAL;
  hash ^= hash >> 33;
  hash *= SECOND_FINAL;
  return hash ^ hash >> 33;
}

/**
 * bv_cell_hash_bytes:
 * @bytes: (array length=length): bytes
 * @length: how many
 *
 * Returns: their hash, the same within one run on one machine
 */
guint64
bv_cell_hash_bytes (const char *bytes, gsize length)
{
  guint64 hash = length;
  guint64 word;

  for (; length >= sizeof word; length -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = take_word (hash, word);
    }
  word = 0;
  memcpy (&word, bytes, length);
  return spread (take_word (hash, word));
}

/**
 * bv_cell_hash_text:
 * @text: a text
 *
 * Returns: its hash
 */
guint64
bv_cell_hash_text (const char *text)
{
  return bv_cell_hash_bytes (text, strlen (text));
}

/**
 * bv_cell_hash_join:
 * @first: a hash
 * @second: a hash
 *
 * Returns: the hash of both in this order
 */
guint64
bv_cell_hash_join (guint64 first, guint64 second)
{
  return spread (take_word (take_word (0, first), second));
}

/* No cell has the hash of none. */
static guint64
hash_cell (Kind kind, guint64 content, guint64 look)
{
  guint64 hash = spread (take_word (take_word (kind, content), look));

  return hash != 0 ? hash : 1;
}

/**
 * bv_cell_hash_of_blank:
 * @look: of bv_cell_look_hash()
 *
 * Returns: the hash of a cell without content
 */
guint64
bv_cell_hash_of_blank (guint64 look)
{
  return hash_cell (KIND_BLANK, 0, look);
}

/**
 * bv_cell_hash_of_text:
 * @text: the hash of its text, as people read it
 * @look: of bv_cell_look_hash()
 *
 * Returns: the hash of a cell with a text
 */
guint64
bv_cell_hash_of_text (guint64 text, guint64 look)
{
  return hash_cell (KIND_TEXT, text, look);
}

/* A workbook has sixteen digits of a number, so not every one of so many is the same when it is read. */
static double
shorten (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < MANY_DIGITS)
    return number + 0.0; /* of zero, without a sign */
  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, "%.16g", number), NULL);
}

/**
 * bv_cell_hash_of_number:
 * @number: a number
 * @look: of bv_cell_look_hash(); 0 where it is the result of a formula
 *
 * Returns: the hash of a cell with a number
 */
guint64
bv_cell_hash_of_number (double number, guint64 look)
{
  double stored = shorten (number);
  guint64 bits;

  memcpy (&bits, &stored, sizeof bits);
  return hash_cell (KIND_NUMBER, bits, look);
}

/**
 * bv_cell_hash_of_formula:
 * @formula: the hash of its text, without the sign of equality
 * @result: the hash of a cell that holds what stands beside it
 * @look: of bv_cell_look_hash()
 *
 * Returns: the hash of a cell with a formula
 */
guint64
bv_cell_hash_of_formula (guint64 formula, guint64 result, guint64 look)
{
  return hash_cell (KIND_FORMULA, bv_cell_hash_join (formula, result), look);
}
