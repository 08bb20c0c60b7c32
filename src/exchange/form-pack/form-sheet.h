/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/form/form-plan.h"
#include "exchange/form-pack/form-cells.h"
#include "exchange/form-pack/form-identity.h"

G_BEGIN_DECLS

/* Room-private: the sheets of a form, each with one header row, found again by its texts wherever it has
 * moved. */

#define BV_FORM_CODE "Mã"
#define BV_FORM_CRITERION "Tiêu chí"
#define BV_FORM_MAX "Điểm tối đa"
#define BV_FORM_SELF_POINTS "Điểm tự chấm"
#define BV_FORM_EVIDENCE "Tài liệu minh chứng"
#define BV_FORM_EXPLANATION "Giải trình"
#define BV_FORM_UNIT_CODE "Mã đơn vị"
#define BV_FORM_UNIT_NAME "Tên đơn vị"
#define BV_FORM_PARENT_RANK "Xếp hạng của huyện"
#define BV_FORM_NOTE "Ghi chú"
#define BV_FORM_PERSON "Họ và tên"
#define BV_FORM_GENDER "Giới tính"
#define BV_FORM_BORN "Ngày sinh"
#define BV_FORM_POSITION "Chức vụ"
#define BV_FORM_HOLDS_OFFICE "Lãnh đạo"
#define BV_FORM_SUMMARY "Tóm tắt thành tích"

#define BV_FORM_HEAD_ROW 5

/* A form that is being written. */
typedef struct
{
  BvBook *book;
  const BvFormPlan *plan;
  BvFormIdentity *identity; /* hears of each sheet, and of what stands in it */
  GHashTable *evidence;     /* key → BvEvidence, of the campaign */
} BvForm;

void bv_form_sheet_write_self (const BvForm *form, const BvFormSheet *asked);
void bv_form_sheet_write_assessed (const BvForm *form, const BvFormSheet *asked);
void bv_form_sheet_write_persons (const BvForm *form, const BvFormSheet *asked);

void bv_form_sheet_write_top (BvSheet *sheet,
                              const BvFormPlan *plan,
                              guint n_columns,
                              const char *title,
                              const char *guide);
void bv_form_sheet_end (BvSheet *sheet, guint last_row, guint n_repeated, gboolean landscape);
char *bv_form_sheet_write_evidence (const BvForm *form, const BvAssessment *assessment);

G_END_DECLS
