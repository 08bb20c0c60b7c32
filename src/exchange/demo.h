/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gint64 bv_demo_create (BvLibrary *library, GError **error);

G_END_DECLS
