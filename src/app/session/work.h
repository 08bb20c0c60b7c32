/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/progress.h"

G_BEGIN_DECLS

#define BV_TYPE_WORK (bv_work_get_type ())
G_DECLARE_FINAL_TYPE (BvWork, bv_work, BV, WORK, GObject)

BvWork *bv_work_new (const char *label);
void bv_work_set_label (BvWork *work, const char *label);
const char *bv_work_get_label (BvWork *work);
GCancellable *bv_work_get_cancellable (BvWork *work);
BvProgress bv_work_get_progress (BvWork *work);
double bv_work_get_fraction (BvWork *work);
void bv_work_finish (BvWork *work, const char *message, GFile *file);
void bv_work_finish_in_idle (BvWork *work, const char *message, GFile *file);
void bv_work_fail (BvWork *work, const GError *error);
gboolean bv_work_is_finished (BvWork *work);
gboolean bv_work_has_failed (BvWork *work);
const char *bv_work_get_message (BvWork *work);
GFile *bv_work_get_file (BvWork *work);

G_END_DECLS
