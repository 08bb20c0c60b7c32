/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/letterhead.h"
#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

void bv_document_head_add (BvSection *section, const BvProposal *proposal, const char *number_line);
void bv_document_head_add_of (BvSection *section,
                              const char *parent,
                              const char *organ,
                              const char *number_line,
                              const char *place_and_date);
void bv_addressees_add (BvSection *section, const BvCampaign *campaign);
void bv_closing_text_add (BvSection *section, const char *text);
void bv_signature_add (BvSection *section, const BvProposal *proposal, BvLetterheadAddress address);
void bv_origin_add (BvSection *section, const BvProposal *proposal);
void bv_origin_add_signed (BvSection *section, const BvProposal *proposal);

G_END_DECLS
