/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

char *bv_day_folder_find (BvSession *session, GFile *parent, const char *kind);

G_END_DECLS
