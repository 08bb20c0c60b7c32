/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How each element of a document is set: sizes and faces of NĐ 30/2020/NĐ-CP, Annex I, one style an element.
 */

typedef enum
{
  BV_STYLE_NATION,          /* CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM */
  BV_STYLE_MOTTO,           /* Độc lập - Tự do - Hạnh phúc */
  BV_STYLE_PARENT,          /* UBND TỈNH AN GIANG */
  BV_STYLE_ORGAN,           /* SỞ NỘI VỤ */
  BV_STYLE_NUMBER,          /* Số: 05/TTr-SNV */
  BV_STYLE_PLACE_DATE,      /* An Giang, ngày 05 tháng 01 năm 2022 */
  BV_STYLE_TITLE,           /* TỜ TRÌNH; the name of an annex */
  BV_STYLE_SUBJECT,         /* the subject under the title */
  BV_STYLE_ANNEX,           /* Phụ lục I */
  BV_STYLE_ATTACHED,        /* (Kèm theo Tờ trình …) */
  BV_STYLE_ADDRESSEE,       /* Kính gửi: Chủ tịch … */
  BV_STYLE_ADDRESSEES_HEAD, /* Kính gửi:, before several */
  BV_STYLE_ADDRESSEES,      /* - Chủ tịch …; */
  BV_STYLE_BASIS,           /* Căn cứ … */
  BV_STYLE_BODY,            /* justified, first line indented */
  BV_STYLE_HEADING,         /* a heading in the body, bold */
  BV_STYLE_PLAIN,           /* a line of a form: left, not indented */
  BV_STYLE_NOTE,            /* a note under a table */
  BV_STYLE_CLOSING,         /* Danh sách này có 05 tập thể./. */
  BV_STYLE_SIGNER_TITLE,    /* GIÁM ĐỐC */
  BV_STYLE_SIGNER,          /* the name of who signs */
  BV_STYLE_SIGNER_HINT,     /* (Ký, ghi rõ họ tên) */
  BV_STYLE_RECIPIENTS_HEAD, /* Nơi nhận: */
  BV_STYLE_RECIPIENTS,      /* - Như trên; */
  BV_STYLE_CELL_HEAD,       /* of a table */
  BV_STYLE_CELL,
  BV_STYLE_CELL_STRONG,     /* parts, totals */
  BV_STYLE_DENSE_CELL_HEAD, /* of a table that leaves room for more: in the order of those above */
  BV_STYLE_DENSE_CELL,
  BV_STYLE_DENSE_CELL_STRONG,
  BV_STYLE_PAGE_NUMBER,
  BV_STYLE_DRAFT, /* DỰ THẢO */
  BV_N_STYLES,
} BvStyleId;

typedef enum
{
  BV_ALIGN_LEFT,
  BV_ALIGN_CENTER,
  BV_ALIGN_RIGHT,
  BV_ALIGN_JUSTIFY,
} BvAlign;

/* Lengths in points. */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  BvAlign align;
  double first_indent;
  double before; /* room above a paragraph, and below it */
  double after;
  double line_spacing; /* 1 and 0: single */
  gboolean balanced;   /* lines about equally long */
} BvStyle;

#define BV_STYLE_FAMILY "Times New Roman"

const BvStyle *bv_style_get (BvStyleId id);

G_END_DECLS
