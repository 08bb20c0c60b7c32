/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

#define BV_CHECK_ERROR (bv_check_error_quark ())
GQuark bv_check_error_quark (void);

typedef enum
{
  BV_CHECK_ERROR_CONTENT,
} BvCheckError;

gboolean bv_check_fail (GError **error, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean bv_check_fail_within (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
const char *bv_check_error_get_path (const GError *error);
void bv_check_error_leave (GError *error, const char *step);
void bv_check_error_title (GError *error, const BvEntity *entity);

G_END_DECLS
