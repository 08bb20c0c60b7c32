/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* What the letter says that a proposal is sent with (tờ trình), always Vietnamese. Subject and text are
 * patterns of the campaign: what stands in braces, as {số tập thể}, is filled in from the proposal, so that
 * no figure grows stale; {{ and }} are braces. */

/* What may stand in braces. */
typedef struct
{
  const char *name;  /* Vietnamese, without the braces */
  const char *title; /* what it is filled with, English msgid */
} BvSubmissionWord;

/* What is written where the campaign has no subject or text of its own. */
extern const char bv_submission_subject[];
extern const char bv_submission_text[];

const BvSubmissionWord *bv_submission_get_word (guint index);
gboolean bv_submission_check_pattern (const char *pattern, GError **error);
char *bv_submission_fill (const BvProposal *proposal, const char *pattern);
char *bv_submission_write_subject (const BvProposal *proposal);
char *bv_submission_write_text (const BvProposal *proposal);
gint64 bv_submission_find_day (const BvCampaign *campaign);
char **bv_submission_list_bases (const BvCampaign *campaign);
char *bv_submission_write_bases (const BvCampaign *campaign);

G_END_DECLS
