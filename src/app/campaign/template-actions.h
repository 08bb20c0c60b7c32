/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/campaign/campaign-dialog.h"

G_BEGIN_DECLS

/* What the dialog of a new campaign does with the templates of the library: loads them from files, also from
 * one that is dropped on it, saves them to files, and removes them. */

void bv_template_actions_attach (BvCampaignDialog *dialog);
void bv_template_actions_load (BvCampaignDialog *dialog, GFile *file);
void bv_template_actions_save (BvCampaignDialog *dialog, GFile *file);

G_END_DECLS
