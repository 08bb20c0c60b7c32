/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/share.h"

#include "core/points.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (bv_share_error, bv_share_error)

/* A fraction a/b is a · PART + b, more than the largest percentage; MORE_THAN is added where it is not enough
 * to reach the share. */
#define PART 10000
#define MORE_THAN G_GINT64_CONSTANT (1000000000)
#define PERCENT_MAX 100
#define DENOMINATOR_MAX 1000

/* A share taken apart: more than, or at least, @part of @whole. */
typedef struct
{
  gboolean more_than;
  gboolean is_percent;
  gint64 part;
  gint64 whole;
} Parts;

static Parts
take_apart (gint64 share)
{
  gint64 rest = share % MORE_THAN;
  Parts parts = { share >= MORE_THAN, rest <= PERCENT_MAX, rest, 100 };

  if (!parts.is_percent)
    {
      parts.part = rest / PART;
      parts.whole = rest % PART;
    }
  return parts;
}

static gint64
refuse (const char *text, GError **error)
{
  g_set_error (error, BV_SHARE_ERROR, BV_SHARE_ERROR_VALUE,
               _ ("“%s” is no share: write a fraction (2/3), a percentage (67%%), or more than one (>1/2)"),
               text);
  return BV_NONE;
}

/* Digits alone: strtoll would take signs and blanks. */
static gboolean
read_number (const char **at, gint64 most, gint64 *number)
{
  gint64 read = 0;
  const char *start = *at;

  while (g_ascii_isdigit (**at) && read <= most)
    read = read * 10 + *(*at)++ - '0';
  *number = read;
  return *at > start && read <= most;
}

/**
 * bv_share_is_valid:
 * @share: any number, not %BV_NONE
 *
 * Returns: whether bv_share_parse() could have made it
 */
gboolean
bv_share_is_valid (gint64 share)
{
  const Parts parts = take_apart (share);

  return share >= 0 && share < 2 * MORE_THAN && parts.part >= 0 && parts.part <= parts.whole
         && parts.whole > 0 && parts.whole <= DENOMINATOR_MAX;
}

/**
 * bv_share_parse:
 * @text: `[">"] (N "%" | a "/" b)`, N from 0 to 100, 0 < a ≤ b ≤ 1000
 * @error: return location for a %BV_SHARE_ERROR
 *
 * Returns: the share; %BV_NONE with @error set where @text is none
 */
gint64
bv_share_parse (const char *text, GError **error)
{
  const char *at = text + (*text == '>');
  gint64 more_than = *text == '>' ? MORE_THAN : 0;
  gint64 part;
  gint64 whole;

  if (!read_number (&at, DENOMINATOR_MAX, &part))
    return refuse (text, error);
  if (g_str_equal (at, "%") && part <= PERCENT_MAX)
    return more_than + part;
  if (*at++ != '/' || !read_number (&at, DENOMINATOR_MAX, &whole) || *at != '\0' || part == 0 || part > whole)
    return refuse (text, error);
  return more_than + part * PART + whole;
}

/* @more and @at_least stand before the number. */
static char *
write_share (gint64 share, const char *more, const char *at_least)
{
  const Parts parts = take_apart (share);
  const char *before = parts.more_than ? more : at_least;

  if (parts.is_percent)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "%%", before, parts.part);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, before, parts.part, parts.whole);
}

/**
 * bv_share_to_string:
 * @share: a share, not %BV_NONE
 *
 * Returns: (transfer full): as bv_share_parse() takes it
 */
char *
bv_share_to_string (gint64 share)
{
  return write_share (share, ">", "");
}

/**
 * bv_share_write:
 * @share: a share, not %BV_NONE
 *
 * Returns: (transfer full): in Vietnamese, as a paper says it: `ít nhất 2/3`, `trên 1/2`
 */
char *
bv_share_write (gint64 share)
{
  return write_share (share, "trên ", "ít nhất ");
}

/**
 * bv_share_is_plain_percent:
 * @share: a share, or %BV_NONE
 *
 * Returns: whether older files can say it: none, or at least a whole percentage
 */
gboolean
bv_share_is_plain_percent (gint64 share)
{
  return share <= PERCENT_MAX;
}

/**
 * bv_share_is_reached:
 * @share: a share, not %BV_NONE
 * @votes: so many
 * @of: of so many
 *
 * Compared exactly: at least a/b of n is votes · b ≥ a · n (RULES.md, The council).
 *
 * Returns: whether @votes are enough
 */
gboolean
bv_share_is_reached (gint64 share, gint64 votes, gint64 of)
{
  const Parts parts = take_apart (share);
  gint64 have = votes * parts.whole;
  gint64 need = parts.part * of;

  return parts.more_than ? have > need : have >= need;
}
