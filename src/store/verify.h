/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

char **bv_verify_library (BvLibrary *library, GError **error);

G_END_DECLS
