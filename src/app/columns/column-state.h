/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"

G_BEGIN_DECLS

GVariant *bv_column_state_save (BvColumns *columns);
void bv_column_state_restore (BvColumns *columns, GVariant *state);

G_END_DECLS
