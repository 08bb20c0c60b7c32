/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-cell.h"

G_BEGIN_DECLS

#define BV_TYPED_ERROR (bv_typed_error_quark ())
GQuark bv_typed_error_quark (void);

typedef enum
{
  BV_TYPED_ERROR_VALUE,     /* it is no value of the field */
  BV_TYPED_ERROR_AMBIGUOUS, /* it can be read in several ways */
  BV_TYPED_ERROR_PLACES,    /* it has more decimals than the field */
  BV_TYPED_ERROR_LOST,      /* the program that wrote it lost digits */
} BvTypedError;

gint64
bv_typed_error_refuse (const BvIntakeCell *cell, BvTypedError code, const char *reason, GError **error);

G_END_DECLS
