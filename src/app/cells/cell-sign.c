/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cells/cell-sign.h"

#include "app/cells/named-colour.h"

#define BOX ((double) BV_CELL_SIGN_BOX)
#define LINE 2.0

/* Names in colours.css. */
typedef struct
{
  const char *wash;
  const char *ground;
  const char *sign;
} ColourNames;

static const ColourNames colour_names[BV_N_CELL_STATES] = {
  [BV_CELL_EMPTY] = { NULL, "bv_empty_base", "bv_empty_sign" },
  [BV_CELL_ACCEPTED] = { NULL, "bv_accepted_base", "bv_accepted_sign" },
  [BV_CELL_WAITING] = { "bv_waiting_wash", "bv_waiting_base", "bv_waiting_sign" },
  [BV_CELL_RETURNED] = { "bv_returned_wash", "bv_returned_base", "bv_returned_sign" },
  [BV_CELL_MISSING] = { "bv_missing_wash", "bv_missing_base", "bv_missing_sign" },
  [BV_CELL_LATE] = { NULL, "bv_late_base", "bv_late_sign" },
  [BV_CELL_AWAITING] = { NULL, "bv_awaiting_base", "bv_awaiting_sign" },
};

/**
 * bv_cell_sign_find_colours:
 * @widget: which is drawn
 * @state: of a cell
 *
 * Returns: the colours of the state in the style of @widget
 */
BvCellColours
bv_cell_sign_find_colours (GtkWidget *widget, BvCellState state)
{
  const ColourNames *names = &colour_names[state];

  return (BvCellColours){ bv_named_colour_find (widget, names->wash),
                          bv_named_colour_find (widget, names->ground),
                          bv_named_colour_find (widget, names->sign) };
}

static void
draw_dot (cairo_t *cr)
{
  cairo_arc (cr, BOX / 2, BOX / 2, 2.2, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, 3, 3);
  cairo_line_to (cr, 9, 9);
  cairo_move_to (cr, 9, 3);
  cairo_line_to (cr, 3, 9);
  cairo_stroke (cr);
}

/* An arrow that turns back. */
static void
draw_back (cairo_t *cr)
{
  cairo_move_to (cr, 5, 1.5);
  cairo_line_to (cr, 2.2, 4.5);
  cairo_line_to (cr, 5, 7.5);
  cairo_move_to (cr, 2.5, 4.5);
  cairo_line_to (cr, 7, 4.5);
  cairo_arc (cr, 7, 7.2, 2.7, -G_PI / 2, G_PI / 2);
  cairo_line_to (cr, 5, 9.9);
  cairo_stroke (cr);
}

static void
draw_clock (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.6);
  cairo_arc (cr, BOX / 2, BOX / 2, 4.2, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 6, 3.4);
  cairo_line_to (cr, 6, 6.2);
  cairo_line_to (cr, 8, 6.2);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    {
      cairo_arc (cr, 2.5 + i * 3.5, BOX / 2, 1.2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_check (cairo_t *cr)
{
  cairo_move_to (cr, 2.8, 6.4);
  cairo_line_to (cr, 5, 8.6);
  cairo_line_to (cr, 9.2, 3.8);
  cairo_stroke (cr);
}

/* Smaller than that of what waits. */
static void
draw_point (cairo_t *cr)
{
  cairo_arc (cr, BOX / 2, BOX / 2, 1, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void (*const draw_signs[BV_N_CELL_STATES]) (cairo_t *cr) = {
  [BV_CELL_EMPTY] = draw_point,   [BV_CELL_ACCEPTED] = draw_check, [BV_CELL_WAITING] = draw_dot,
  [BV_CELL_RETURNED] = draw_back, [BV_CELL_MISSING] = draw_cross,  [BV_CELL_LATE] = draw_clock,
  [BV_CELL_AWAITING] = draw_dots,
};

/**
 * bv_cell_sign_draw:
 * @cr: what is drawn on, in its colour: the square from 0 to #BV_CELL_SIGN_BOX
 * @state: of a cell; what is not assigned has no sign, but is hatched
 */
void
bv_cell_sign_draw (cairo_t *cr, BvCellState state)
{
  if (draw_signs[state] == NULL)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_signs[state](cr);
  cairo_restore (cr);
}
