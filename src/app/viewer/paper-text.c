/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/viewer/paper-text.h"

#include "core/text/vietnamese.h"

#include <math.h>
#include <string.h>

/* Letters that are further apart than this part of their height are of different words. */
#define GAP 0.6

struct _BvPaperText
{
  char *text;
  BvFolioBox *boxes;
  guint length; /* letters, and boxes */
  GString *folded;
  GArray *places; /* guint: of each byte of @folded, its letter */
};

static gboolean
is_apart (const BvFolioBox *before, const BvFolioBox *after)
{
  float height = MAX (before->bottom - before->top, 1);

  return after->top >= before->bottom || after->bottom <= before->top
         || fabsf (after->left - before->right) > GAP * height;
}

static void
add_folded (BvPaperText *self, const char *folded, guint place)
{
  gboolean is_space = *folded == '\0';

  if (is_space && (self->folded->len == 0 || self->folded->str[self->folded->len - 1] == ' '))
    return;
  g_string_append (self->folded, is_space ? " " : folded);
  while (self->places->len < self->folded->len)
    g_array_append_val (self->places, place);
}

/* Letter by letter, as what is found is marked where its letters stand. */
static void
fold (BvPaperText *self)
{
  const char *p = self->text;

  for (guint i = 0; i < self->length; i++, p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      char alone[7] = "";
      g_autofree char *folded = NULL;

      if (g_unichar_ismark (letter))
        continue;
      if (i > 0 && is_apart (&self->boxes[i - 1], &self->boxes[i]))
        add_folded (self, "", i);
      g_unichar_to_utf8 (letter, alone);
      folded = bv_vietnamese_fold (alone);
      if (*folded != '\0' || g_unichar_isspace (letter))
        add_folded (self, folded, i);
    }
}

/**
 * bv_paper_text_new:
 * @text: of a page
 * @boxes: (array length=n_boxes): of each letter, where it stands
 * @n_boxes: how many letters
 *
 * Returns: (transfer full): both, to be searched and selected
 */
BvPaperText *
bv_paper_text_new (const char *text, const BvFolioBox *boxes, guint n_boxes)
{
  BvPaperText *self = g_new0 (BvPaperText, 1);

  self->text = g_strdup (text);
  self->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  self->length = n_boxes;
  self->folded = g_string_sized_new (n_boxes);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_boxes);
  fold (self);
  return self;
}

/**
 * bv_paper_text_free:
 * @text: a text
 */
void
bv_paper_text_free (BvPaperText *text)
{
  g_free (text->text);
  g_free (text->boxes);
  g_string_free (text->folded, TRUE);
  g_array_unref (text->places);
  g_free (text);
}

/**
 * bv_paper_text_get_length:
 * @text: a text
 *
 * Returns: how many letters it has
 */
guint
bv_paper_text_get_length (const BvPaperText *text)
{
  return text->length;
}

static gboolean
is_whole (const char *folded, const char *found, gsize length)
{
  return (found == folded || !g_ascii_isalnum (found[-1])) && !g_ascii_isalnum (found[length]);
}

/**
 * bv_paper_text_find:
 * @text: a text
 * @folded: what is looked for, as bv_vietnamese_fold() makes it
 * @whole_words: no part of a longer word
 *
 * Returns: (transfer full) (element-type BvPaperRange): where it stands, from above
 */
GArray *
bv_paper_text_find (const BvPaperText *text, const char *folded, gboolean whole_words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BvPaperRange));
  gsize length = strlen (folded);
  const char *p = text->folded->str;

  while (length > 0 && (p = strstr (p, folded)) != NULL)
    {
      gsize at = (gsize) (p - text->folded->str);
      BvPaperRange range = { g_array_index (text->places, guint, at),
                             g_array_index (text->places, guint, at + length - 1) + 1 };

      if (!whole_words || is_whole (text->folded->str, p, length))
        g_array_append_val (found, range);
      p += length;
    }
  return found;
}

static graphene_rect_t
to_rect (const BvFolioBox *box)
{
  return GRAPHENE_RECT_INIT (box->left, box->top, box->right - box->left, box->bottom - box->top);
}

/**
 * bv_paper_text_get_boxes:
 * @text: a text
 * @range: letters of it
 *
 * Returns: (transfer full) (element-type graphene_rect_t): where they stand, one box for those beside each
 *   other, in points
 */
GArray *
bv_paper_text_get_boxes (const BvPaperText *text, const BvPaperRange *range)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  guint last = range->first;

  for (guint i = range->first; i < MIN (range->end, text->length); i++)
    {
      graphene_rect_t box = to_rect (&text->boxes[i]);

      if (box.size.width <= 0)
        continue;
      if (boxes->len > 0 && !is_apart (&text->boxes[last], &text->boxes[i]))
        graphene_rect_union (&g_array_index (boxes, graphene_rect_t, boxes->len - 1), &box,
                             &g_array_index (boxes, graphene_rect_t, boxes->len - 1));
      else
        g_array_append_val (boxes, box);
      last = i;
    }
  return boxes;
}

/**
 * bv_paper_text_get_line:
 * @text: a text
 * @box: where something stands
 * @line: (out caller-allocates): all that stands beside it
 */
void
bv_paper_text_get_line (const BvPaperText *text, const graphene_rect_t *box, graphene_rect_t *line)
{
  *line = *box;
  for (guint i = 0; i < text->length; i++)
    {
      graphene_rect_t other = to_rect (&text->boxes[i]);
      float middle = other.origin.y + other.size.height / 2;

      if (other.size.width > 0 && middle > box->origin.y && middle < box->origin.y + box->size.height)
        {
          graphene_rect_union (line, &other, line);
          line->origin.y = box->origin.y;
          line->size.height = box->size.height;
        }
    }
}

/**
 * bv_paper_text_find_letter:
 * @text: a text
 * @x: points from the left
 * @y: points from above
 *
 * Returns: the letter before which a selection begins or ends that comes there
 */
guint
bv_paper_text_find_letter (const BvPaperText *text, double x, double y)
{
  guint best = 0;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < text->length; i++)
    {
      const BvFolioBox *box = &text->boxes[i];
      double away_x = MAX (MAX (box->left - x, x - box->right), 0);
      double away_y = MAX (MAX (box->top - y, y - box->bottom), 0);
      double away = away_x + 10 * away_y;

      if (box->right <= box->left || away >= least)
        continue;
      least = away;
      best = x > (box->left + box->right) / 2 ? i + 1 : i;
    }
  return best;
}

/**
 * bv_paper_text_get_words:
 * @text: a text
 * @range: letters of it
 *
 * Returns: (transfer full): them
 */
char *
bv_paper_text_get_words (const BvPaperText *text, const BvPaperRange *range)
{
  return g_utf8_substring (text->text, MIN (range->first, text->length), MIN (range->end, text->length));
}
