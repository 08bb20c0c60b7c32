/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/mail.h"

G_BEGIN_DECLS

GPtrArray *bv_mail_split (const BvMail *mail, gint64 most, GError **error);

G_END_DECLS
