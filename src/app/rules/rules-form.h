/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RULES_FORM (bv_rules_form_get_type ())
G_DECLARE_FINAL_TYPE (BvRulesForm, bv_rules_form, BV, RULES_FORM, GtkWidget)

/* One part of a form: some fields of the campaign under a heading. */
typedef struct
{
  const char *title; /* English msgid */
  const char *fields[8];
} BvRulesSection;

void bv_rules_form_add_section (BvRulesForm *form, const BvRulesSection *section);
void bv_rules_form_add (BvRulesForm *form, GtkWidget *widget);
void bv_rules_form_bind (BvRulesForm *form, BvDraft *draft);

G_END_DECLS
