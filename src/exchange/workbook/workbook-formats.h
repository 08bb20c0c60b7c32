/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Every look a cell of the proposal workbook can have. Sizes and styles of the documents are those of NĐ
 * 30/2020/NĐ-CP, Annex I. */
typedef enum
{
  BV_FORMAT_ORGAN_PARENT,
  BV_FORMAT_ORGAN,
  BV_FORMAT_NATION,
  BV_FORMAT_MOTTO,
  BV_FORMAT_PLACE_DATE,
  BV_FORMAT_TITLE,
  BV_FORMAT_SUBJECT,
  BV_FORMAT_CLOSING,
  BV_FORMAT_SIGNER_TITLE,
  BV_FORMAT_SIGNER,
  BV_FORMAT_RECIPIENTS_HEAD,
  BV_FORMAT_RECIPIENTS,
  BV_FORMAT_DRAFT,
  BV_FORMAT_LIST_HEAD,
  BV_FORMAT_LIST_PART,
  BV_FORMAT_LIST_TEXT,
  BV_FORMAT_LIST_CENTER,
  BV_FORMAT_LIST_YEAR,
  BV_FORMAT_LIST_DATE,
  BV_FORMAT_HEADING,
  BV_FORMAT_SUBHEADING,
  BV_FORMAT_NOTE,
  BV_FORMAT_HEAD,
  BV_FORMAT_LEAF_HEAD,
  BV_FORMAT_HELPER_HEAD,
  BV_FORMAT_TEXT,
  BV_FORMAT_CENTER,
  BV_FORMAT_INTEGER,
  BV_FORMAT_POINTS,
  BV_FORMAT_DATE,
  BV_FORMAT_HASH,
  BV_FORMAT_AWAITING,
  BV_FORMAT_UNASSESSED,
  BV_FORMAT_NOT_ASSIGNED,
  BV_FORMAT_TOTAL,
  BV_FORMAT_RANK,
  BV_FORMAT_CLASS,
  BV_FORMAT_LIMIT_TEXT,
  BV_FORMAT_LIMIT_POINTS,
  BV_FORMAT_HELPER_TEXT,
  BV_FORMAT_HELPER_INTEGER,
  BV_FORMAT_RULE_SECTION,
  BV_FORMAT_RULE_TEXT,
  BV_FORMAT_INPUT_TEXT, /* to be filled in, where all else is locked */
  BV_FORMAT_INPUT_CENTER,
  BV_FORMAT_INPUT_POINTS,
  BV_FORMAT_INPUT_DATE,
  BV_FORMAT_CLOSED, /* what is not asked for */
  BV_FORMAT_GUIDE,
  BV_FORMAT_SECTION_TEXT,
  BV_FORMAT_SECTION_POINTS,
  /* Three looks for each place of a ranking, in the order of BvRankPlace. */
  BV_FORMAT_PLACE_TEXT,
  BV_FORMAT_PLACE_CENTER = BV_FORMAT_PLACE_TEXT + BV_N_RANK_PLACES,
  BV_FORMAT_PLACE_POINTS = BV_FORMAT_PLACE_CENTER + BV_N_RANK_PLACES,
  BV_N_FORMATS = BV_FORMAT_PLACE_POINTS + BV_N_RANK_PLACES,
} BvFormatId;

#define BV_FONT "Times New Roman"

void
bv_formats_create (lxw_workbook *workbook, lxw_format *formats[BV_N_FORMATS], guint64 looks[BV_N_FORMATS]);
double bv_format_size (BvFormatId id);
gboolean bv_format_is_bold (BvFormatId id);
gboolean bv_format_wraps (BvFormatId id);
double bv_format_indent (BvFormatId id);
gboolean bv_format_is_helper (BvFormatId id);

G_END_DECLS
