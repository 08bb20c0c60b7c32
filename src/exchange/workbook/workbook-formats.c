/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-formats.h"

#include "core/ranking.h"
#include "exchange/read-back/cell-look.h"

enum
{
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  LEFT = 1 << 2,
  CENTER = 1 << 3,
  RIGHT = 1 << 4,
  WRAP = 1 << 5,
  BORDER = 1 << 6,
  TOP = 1 << 7,
  UNLOCKED = 1 << 8,
};

typedef struct
{
  double size;
  guint style;
  const char *number; /* NULL: as it comes */
  guint color;        /* of the letters */
  guint fill;         /* 0: none */
} Look;

/* Columns are as wide as so many digits of the normal font: at this size every program takes 7 pixels for
 * one, which is what the library and the measuring of texts assume. */
#define NORMAL_SIZE 10.5

#define N_SIDES 4

#define INDENT 8.0 /* points: three spaces of the normal font */

#define POINTS "#,##0.00"
#define DATE "dd/mm/yyyy"
#define GREY 0x6B6B6B
#define RED 0x9C1C1C
#define BOARD 0xF3EBD3 /* head of a table */
#define GILT 0xFCF6E4  /* inside of the quota */
#define PAPER 0xFFFBE8 /* to be filled in */
#define MIST 0xF1F1EF  /* not asked for */
#define BLUSH 0xFBE3DF /* unresolved */

#define BOXED (BORDER | WRAP)

static const Look all_looks[BV_N_FORMATS] = {
  [BV_FORMAT_ORGAN_PARENT] = { 12, CENTER | WRAP },
  [BV_FORMAT_ORGAN] = { 12, CENTER | BOLD | WRAP },
  [BV_FORMAT_NATION] = { 12, CENTER | BOLD },
  [BV_FORMAT_MOTTO] = { 13, CENTER | BOLD },
  [BV_FORMAT_PLACE_DATE] = { 13, CENTER | ITALIC },
  [BV_FORMAT_TITLE] = { 14, CENTER | BOLD | WRAP },
  [BV_FORMAT_SUBJECT] = { 14, CENTER | BOLD | WRAP },
  [BV_FORMAT_CLOSING] = { 14, LEFT },
  [BV_FORMAT_SIGNER_TITLE] = { 14, CENTER | BOLD | WRAP | TOP },
  [BV_FORMAT_SIGNER] = { 14, CENTER | BOLD },
  [BV_FORMAT_RECIPIENTS_HEAD] = { 12, LEFT | BOLD | ITALIC | TOP },
  [BV_FORMAT_RECIPIENTS] = { 11, LEFT | WRAP | TOP },
  [BV_FORMAT_DRAFT] = { 14, LEFT | BOLD, NULL, RED },
  [BV_FORMAT_LIST_HEAD] = { 13, BOXED | CENTER | BOLD },
  [BV_FORMAT_LIST_PART] = { 13, BORDER | LEFT | BOLD | WRAP },
  [BV_FORMAT_LIST_TEXT] = { 13, BOXED | LEFT },
  [BV_FORMAT_LIST_CENTER] = { 13, BOXED | CENTER },
  [BV_FORMAT_LIST_YEAR] = { 13, BORDER | CENTER, "0" },
  [BV_FORMAT_LIST_DATE] = { 13, BORDER | CENTER, DATE },
  [BV_FORMAT_HEADING] = { 14, LEFT | BOLD },
  [BV_FORMAT_SUBHEADING] = { 11, LEFT },
  [BV_FORMAT_NOTE] = { 10, LEFT | ITALIC, NULL, GREY },
  [BV_FORMAT_HEAD] = { 11, BOXED | CENTER | BOLD, NULL, 0, BOARD },
  [BV_FORMAT_LEAF_HEAD] = { 10, BOXED | CENTER | TOP, NULL, 0, BOARD },
  [BV_FORMAT_HELPER_HEAD] = { 9, BOXED | CENTER | ITALIC, NULL, GREY, BOARD },
  [BV_FORMAT_TEXT] = { 11, BOXED | LEFT },
  [BV_FORMAT_CENTER] = { 11, BOXED | CENTER },
  [BV_FORMAT_INTEGER] = { 11, BORDER | CENTER, "0" },
  [BV_FORMAT_POINTS] = { 11, BORDER | RIGHT, POINTS },
  [BV_FORMAT_DATE] = { 11, BORDER | CENTER, DATE },
  [BV_FORMAT_HASH] = { 11, BOXED | LEFT, NULL, GREY },
  /* A zero shows as what it stands for; a number typed over it shows as a number. */
  [BV_FORMAT_AWAITING] = { 11, BORDER | RIGHT, POINTS ";-" POINTS ";\"chờ CB\"", RED },
  [BV_FORMAT_UNASSESSED] = { 11, BORDER | RIGHT, POINTS ";-" POINTS ";\"–\"" },
  [BV_FORMAT_NOT_ASSIGNED] = { 11, BORDER | RIGHT, POINTS, GREY },
  [BV_FORMAT_TOTAL] = { 11, BORDER | RIGHT | BOLD, POINTS },
  [BV_FORMAT_RANK] = { 11, BORDER | CENTER | BOLD, "0" },
  [BV_FORMAT_CLASS] = { 11, BOXED | CENTER },
  [BV_FORMAT_LIMIT_TEXT] = { 10, BORDER | LEFT | ITALIC | WRAP },
  [BV_FORMAT_LIMIT_POINTS] = { 10, BORDER | RIGHT | ITALIC, POINTS },
  [BV_FORMAT_HELPER_TEXT] = { 9, BORDER | LEFT, NULL, GREY },
  [BV_FORMAT_HELPER_INTEGER] = { 9, BORDER | RIGHT, "0", GREY },
  [BV_FORMAT_RULE_SECTION] = { 12, LEFT | BOLD | BORDER, NULL, 0, BOARD },
  [BV_FORMAT_RULE_TEXT] = { 11, BOXED | LEFT | TOP },
  [BV_FORMAT_INPUT_TEXT] = { 11, BOXED | LEFT | UNLOCKED, NULL, 0, PAPER },
  [BV_FORMAT_INPUT_CENTER] = { 11, BOXED | CENTER | UNLOCKED, NULL, 0, PAPER },
  [BV_FORMAT_INPUT_POINTS] = { 11, BORDER | RIGHT | UNLOCKED, POINTS, 0, PAPER },
  [BV_FORMAT_INPUT_DATE] = { 11, BORDER | CENTER | UNLOCKED, DATE, 0, PAPER },
  [BV_FORMAT_CLOSED] = { 11, BOXED | CENTER, NULL, GREY, MIST },
  [BV_FORMAT_GUIDE] = { 11, LEFT | WRAP },
  [BV_FORMAT_SECTION_TEXT] = { 11, BOXED | LEFT | BOLD },
  [BV_FORMAT_SECTION_POINTS] = { 11, BORDER | RIGHT | BOLD, POINTS },
  [BV_FORMAT_PLACE_TEXT + BV_RANK_INSIDE] = { 11, BOXED | LEFT, NULL, 0, GILT },
  [BV_FORMAT_PLACE_TEXT + BV_RANK_OUTSIDE] = { 11, BOXED | LEFT },
  [BV_FORMAT_PLACE_TEXT + BV_RANK_UNRESOLVED] = { 11, BOXED | LEFT, NULL, RED, BLUSH },
  [BV_FORMAT_PLACE_TEXT + BV_RANK_TAKEN] = { 11, BOXED | LEFT | ITALIC },
  [BV_FORMAT_PLACE_TEXT + BV_RANK_NOT_ELIGIBLE] = { 11, BOXED | LEFT, NULL, GREY },
  [BV_FORMAT_PLACE_CENTER + BV_RANK_INSIDE] = { 11, BOXED | CENTER | BOLD, "0", 0, GILT },
  [BV_FORMAT_PLACE_CENTER + BV_RANK_OUTSIDE] = { 11, BOXED | CENTER, "0" },
  [BV_FORMAT_PLACE_CENTER + BV_RANK_UNRESOLVED] = { 11, BOXED | CENTER | BOLD, "0", RED, BLUSH },
  [BV_FORMAT_PLACE_CENTER + BV_RANK_TAKEN] = { 11, BOXED | CENTER | ITALIC, "0" },
  [BV_FORMAT_PLACE_CENTER + BV_RANK_NOT_ELIGIBLE] = { 11, BOXED | CENTER, "0", GREY },
  [BV_FORMAT_PLACE_POINTS + BV_RANK_INSIDE] = { 11, BORDER | RIGHT, POINTS, 0, GILT },
  [BV_FORMAT_PLACE_POINTS + BV_RANK_OUTSIDE] = { 11, BORDER | RIGHT, POINTS },
  [BV_FORMAT_PLACE_POINTS + BV_RANK_UNRESOLVED] = { 11, BORDER | RIGHT, POINTS, RED, BLUSH },
  [BV_FORMAT_PLACE_POINTS + BV_RANK_TAKEN] = { 11, BORDER | RIGHT | ITALIC, POINTS },
  [BV_FORMAT_PLACE_POINTS + BV_RANK_NOT_ELIGIBLE] = { 11, BORDER | RIGHT, POINTS, GREY },
};

/* Between borders a text keeps its distance. */
static gboolean
is_indented (guint style)
{
  return (style & BORDER) != 0 && (style & LEFT) != 0;
}

static void
apply_alignment (lxw_format *format, guint style)
{
  if ((style & LEFT) != 0)
    format_set_align (format, LXW_ALIGN_LEFT);
  if ((style & CENTER) != 0)
    format_set_align (format, LXW_ALIGN_CENTER);
  if ((style & RIGHT) != 0)
    format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_align (format, (style & TOP) != 0 ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if ((style & WRAP) != 0)
    format_set_text_wrap (format);
  if (is_indented (style))
    format_set_indent (format, 1);
}

static lxw_format *
create_format (lxw_workbook *workbook, const Look *look)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, BV_FONT);
  format_set_font_size (format, look->size);
  format_set_font_color (format, look->color);
  if ((look->style & BOLD) != 0)
    format_set_bold (format);
  if ((look->style & ITALIC) != 0)
    format_set_italic (format);
  if ((look->style & BORDER) != 0)
    format_set_border (format, LXW_BORDER_THIN);
  if ((look->style & UNLOCKED) != 0)
    format_set_unlocked (format);
  if (look->number != NULL)
    format_set_num_format (format, look->number);
  if (look->fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_fg_color (format, look->fill);
    }
  apply_alignment (format, look->style);
  return format;
}

/* What the workbook has to say of it. */
static guint64
hash_look (const Look *look)
{
  guint style = look->style;
  const BvCellLook words = {
    .number = look->number,
    .font = BV_FONT,
    .size = look->size,
    .bold = (style & BOLD) != 0,
    .italic = (style & ITALIC) != 0,
    .color = look->color,
    .pattern = look->fill != 0 ? "solid" : NULL,
    .fill = look->fill,
    .n_borders = (style & BORDER) != 0 ? N_SIDES : 0,
    .horizontal = (style & LEFT) != 0     ? "left"
                  : (style & CENTER) != 0 ? "center"
                                          : "right",
    .vertical = (style & TOP) != 0 ? "top" : "center",
    .wrap = (style & WRAP) != 0,
    .indent = is_indented (style),
  };

  return bv_cell_look_hash (&words);
}

/* The library looks a format that says the same as an earlier one up by all it says, anew for every cell. */
static lxw_format *
find_same (lxw_format *formats[BV_N_FORMATS], guint id)
{
  const Look *look = &all_looks[id];

  for (guint i = 0; i < id; i++)
    if (all_looks[i].size == look->size && all_looks[i].style == look->style
        && all_looks[i].color == look->color && all_looks[i].fill == look->fill
        && g_strcmp0 (all_looks[i].number, look->number) == 0)
      return formats[i];
  return NULL;
}

/**
 * bv_formats_create:
 * @workbook: a workbook without formats
 * @formats: (out): the formats by their ids; they belong to @workbook
 * @looks: (out): what tells each of them from others when it is read again, of bv_cell_look_hash()
 *
 * Creates every format once, and makes Times New Roman the font of cells that have none, too: what is typed
 * into the workbook later looks the same.
 */
void
bv_formats_create (lxw_workbook *workbook, lxw_format *formats[BV_N_FORMATS], guint64 looks[BV_N_FORMATS])
{
  lxw_format *normal = STAILQ_FIRST (workbook->formats);

  format_set_font_name (normal, BV_FONT);
  format_set_font_size (normal, NORMAL_SIZE);
  for (guint i = 0; i < BV_N_FORMATS; i++)
    {
      formats[i] = find_same (formats, i);
      if (formats[i] == NULL)
        formats[i] = create_format (workbook, &all_looks[i]);
      looks[i] = hash_look (&all_looks[i]);
    }
}

/**
 * bv_format_size:
 * @id: a format
 *
 * Returns: the size of its letters, in points
 */
double
bv_format_size (BvFormatId id)
{
  return all_looks[id].size;
}

/**
 * bv_format_is_bold:
 * @id: a format
 *
 * Returns: whether its letters are bold
 */
gboolean
bv_format_is_bold (BvFormatId id)
{
  return (all_looks[id].style & BOLD) != 0;
}

/**
 * bv_format_wraps:
 * @id: a format
 *
 * Returns: whether a text too long for a line goes on in the next
 */
gboolean
bv_format_wraps (BvFormatId id)
{
  return (all_looks[id].style & WRAP) != 0;
}

/**
 * bv_format_indent:
 * @id: a format
 *
 * Returns: how far its letters stand from the border, in points
 */
double
bv_format_indent (BvFormatId id)
{
  return is_indented (all_looks[id].style) ? INDENT : 0;
}

/**
 * bv_format_is_helper:
 * @id: a format
 *
 * Returns: whether it is one of columns that are folded away, which nobody prints
 */
gboolean
bv_format_is_helper (BvFormatId id)
{
  return id == BV_FORMAT_HELPER_HEAD || id == BV_FORMAT_HELPER_TEXT || id == BV_FORMAT_HELPER_INTEGER;
}
