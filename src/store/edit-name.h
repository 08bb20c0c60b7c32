/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

char *bv_edit_name_nominee (BvLibrary *library, gint64 nominee);

G_END_DECLS
