/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/error.h"

G_DEFINE_QUARK (bv_store_error, bv_store_error)
