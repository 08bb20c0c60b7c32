/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "exchange/export.h"
#include "exchange/mail/mail.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* The mail with which a proposal leaves the office, always Vietnamese. */

char *bv_proposal_mail_subject (const BvCampaign *campaign, gboolean draft);
char *bv_proposal_mail_body (const BvCampaign *campaign, gboolean draft);
gboolean bv_proposal_mail_write_with_workbook (BvMail *mail,
                                               BvExport *export,
                                               BvLibrary *library,
                                               const BvProgress *progress,
                                               GError **error);

G_END_DECLS
