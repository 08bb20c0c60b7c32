/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

GPtrArray *bv_registry_read (BvLibrary *library, GError **error);

G_END_DECLS
