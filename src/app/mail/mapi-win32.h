/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mail/mail-handover.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Simple MAPI: how a program at Windows has the user's mail program show a mail for editing. */

/* What Windows has of it; it looks itself for the user's mail program. */
#define BV_MAPI_LIBRARY "mapi32.dll"

char *bv_mapi_find_client (void);
BvMailHandover *
bv_mapi_hand_over (const char *library, const char *client, GPtrArray *mails, GCancellable *cancellable);

G_END_DECLS
