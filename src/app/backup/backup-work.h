/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

BvWork *bv_backup_work_start (BvSession *session, gboolean check_all);

G_END_DECLS
