/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "exchange/mail.h"
#include "store/library.h"

G_BEGIN_DECLS

/* The mail with which a proposal leaves the office, always Vietnamese. */

char *bv_proposal_mail_subject (const BvCampaign *campaign, gboolean draft);
char *bv_proposal_mail_body (const BvCampaign *campaign, gboolean draft);
gboolean bv_proposal_mail_write_with_draft (BvMail *mail,
                                            BvLibrary *library,
                                            gint64 campaign,
                                            gint64 date,
                                            const char *path,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
