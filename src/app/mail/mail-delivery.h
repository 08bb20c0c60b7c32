/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/work.h"

G_BEGIN_DECLS

void bv_mail_delivery_start (BvWork *work, GPtrArray *mails, GPtrArray *drafts);

G_END_DECLS
