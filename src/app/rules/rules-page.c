/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/rules-page.h"

#include "app/criteria/criteria-page.h"
#include "app/menu/more-button.h"
#include "app/page/banner.h"
#include "app/page/tabs.h"
#include "app/rules/bases-bar.h"
#include "app/rules/quotas-page.h"
#include "app/rules/rule-draft.h"
#include "app/rules/rules-form.h"
#include "app/rules/submission-words.h"
#include "app/rules/tie-order.h"

#include <glib/gi18n-lib.h>

/**
 * BvRulesPage:
 *
 * What a campaign is and by which rules it is judged, in tabs: forms of its fields, and two tables, which are
 * pages of their own inside this one. What the window asks of the page goes to the table that is shown.
 */
struct _BvRulesPage
{
  GtkWidget parent_instance;
  GtkWidget *box; /* NULL: the page was never shown */
  BvTabs *tabs;
  GtkWidget *remove_button;
  GtkWidget *add_button;
  GtkWidget *copy_button;
  BvBanner *banner;
  GtkStack *stack;
  BvRulesForm *general;
  BvCriteriaPage *criteria;
  BvQuotasPage *quotas;
  BvRulesForm *ties;
  BvTieOrder *tie_order;
  BvRulesForm *council;
  BvRulesForm *papers;
  BvBasesBar *bases_bar;

  BvDraft *draft; /* of the campaign; NULL: none */
  char *search;
  GVariant *state; /* of the tables, until they are there; NULL: as at first */
  gboolean compact;
  gboolean details_hidden;
  gboolean has_session; /* its tables hear of it */
};

static void bv_rules_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvRulesPage,
                               bv_rules_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_rules_page_be_page))

#define N_TABLES 2

/* The names of the tabs in the stack. */
static const char *const tab_names[] = {
  [BV_RULES_TAB_GENERAL] = "general", [BV_RULES_TAB_CRITERIA] = "criteria", [BV_RULES_TAB_QUOTAS] = "quotas",
  [BV_RULES_TAB_TIES] = "ties",       [BV_RULES_TAB_COUNCIL] = "council",   [BV_RULES_TAB_PAPERS] = "papers",
};

static BvPage *
get_nth_table (BvRulesPage *self, guint i)
{
  return i == 0 ? BV_PAGE (self->criteria) : BV_PAGE (self->quotas);
}

/* NULL: a form is shown, or nothing yet. */
static BvPage *
get_table (gpointer page)
{
  GtkWidget *shown
    = BV_RULES_PAGE (page)->box != NULL ? gtk_stack_get_visible_child (BV_RULES_PAGE (page)->stack) : NULL;

  return shown != NULL && BV_IS_PAGE (shown) ? BV_PAGE (shown) : NULL;
}

static void
show_warning (BvRulesPage *self)
{
  g_autofree char *warning
    = get_table (self) == BV_PAGE (self->criteria) ? bv_criteria_page_warn (self->criteria) : NULL;

  bv_banner_set (self->banner, BV_BANNER_NOTE, warning);
}

/* Where nothing can be copied the button says why. */
static void
show_copy_button (BvRulesPage *self)
{
  gboolean is_offered = self->has_session && get_table (self) == BV_PAGE (self->criteria);
  const char *reason = is_offered ? bv_criteria_page_explain_copy (self->criteria) : NULL;

  gtk_widget_set_visible (self->copy_button, is_offered);
  gtk_widget_set_sensitive (self->copy_button, reason == NULL);
  gtk_widget_set_tooltip_text (self->copy_button,
                               reason != NULL ? reason : _ ("Into the group that is selected"));
}

static void
show_buttons (BvRulesPage *self)
{
  BvPage *table = get_table (self);

  gtk_widget_set_visible (self->remove_button, table != NULL);
  gtk_widget_set_visible (self->add_button, table != NULL);
  show_copy_button (self);
}

/* Notes measure their text rightly only where it is given to them while they are seen; and what is not seen
 * needs none. */
static void
bind_form (BvRulesPage *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (BV_IS_RULES_FORM (shown))
    bv_rules_form_bind (BV_RULES_FORM (shown), self->draft);
  if (shown == GTK_WIDGET (self->ties))
    bv_tie_order_bind (self->tie_order, self->draft);
  if (shown == GTK_WIDGET (self->papers))
    bv_bases_bar_bind (self->bases_bar, self->draft);
}

/* None shows the campaign of before. */
static void
unbind_forms (BvRulesPage *self)
{
  BvRulesForm *forms[] = { self->general, self->ties, self->council, self->papers };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    bv_rules_form_bind (forms[i], NULL);
  bv_tie_order_bind (self->tie_order, NULL);
  bv_bases_bar_bind (self->bases_bar, NULL);
}

/* Once they are built; a tab may be chosen before the page is first filled. */
static void
share_session (BvRulesPage *self)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));

  if (self->has_session || session == NULL)
    return;
  self->has_session = TRUE;
  for (guint i = 0; i < N_TABLES; i++)
    bv_page_set_session (get_nth_table (self, i), session);
}

static void
chosen_cb (BvRulesPage *self)
{
  share_session (self);
  gtk_stack_set_visible_child_name (self->stack, tab_names[bv_tabs_get_chosen (self->tabs)]);
  bind_form (self);
  if (get_table (self) != NULL && self->has_session)
    bv_page_set_search (get_table (self), self->search);
  show_buttons (self);
  show_warning (self);
  bv_page_notify_counted (BV_PAGE (self));
  bv_page_notify_selected (BV_PAGE (self));
}

static void
copy_cb (BvRulesPage *self)
{
  bv_criteria_page_copy (self->criteria);
}

static void
add_general (BvRulesPage *self)
{
  static const BvRulesSection sections[] = {
    { N_ ("The campaign"), { "title", "short", "province", "award" } },
    { N_ ("The plan"), { "plan.number", "plan.date", "plan.issuer", "plan.subject" } },
    { N_ ("Time"), { "starts", "ends", "considered_on" } },
    { N_ ("Who is considered"), { "rules.award_interval", "rules.unproven_scores_zero" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    bv_rules_form_add_section (self->general, &sections[i]);
}

static void
add_others (BvRulesPage *self)
{
  static const BvRulesSection council
    = { N_ ("The council"),
        { "council.voting", "council.organ", "council.parent", "council.quorum", "council.threshold",
          "council.of", "council.written_in_quorum" } };
  GtkWidget *heading = gtk_label_new (_ ("Where points are equal"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section");
  self->tie_order = g_object_new (BV_TYPE_TIE_ORDER, NULL);
  bv_rules_form_add (self->ties, heading);
  bv_rules_form_add (self->ties, GTK_WIDGET (self->tie_order));
  bv_rules_form_add_section (self->council, &council);
}

static void
add_papers (BvRulesPage *self)
{
  static const BvRulesSection sections[] = {
    { N_ ("Issuing organ and signer"),
      { "issuer.parent", "issuer.organ", "issuer.place", "issuer.signer_title", "issuer.signer" } },
    { N_ ("Number, day and addressees"),
      { "submission.number", "submission.date", "submission.to", "submission.recipients",
        "submission.report_form" } },
    { N_ ("Subject and text"), { "submission.subject", "submission.text" } },
  };
  static const BvRulesSection bases = { N_ ("Legal bases"), { "legal_bases" } };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    bv_rules_form_add_section (self->papers, &sections[i]);
  bv_rules_form_add (self->papers, g_object_new (BV_TYPE_SUBMISSION_WORDS, NULL));
  bv_rules_form_add_section (self->papers, &bases);
  self->bases_bar = g_object_new (BV_TYPE_BASES_BAR, NULL);
  bv_rules_form_add (self->papers, GTK_WIDGET (self->bases_bar));
}

static void
show_tabs (BvRulesPage *self)
{
  const BvTab tabs[] = {
    { BV_RULES_TAB_GENERAL, _ ("General"), -1 },         { BV_RULES_TAB_CRITERIA, _ ("Criteria"), -1 },
    { BV_RULES_TAB_QUOTAS, _ ("Number of awards"), -1 }, { BV_RULES_TAB_TIES, _ ("Order rules"), -1 },
    { BV_RULES_TAB_COUNCIL, _ ("Council"), -1 },         { BV_RULES_TAB_PAPERS, _ ("Papers"), -1 },
  };

  bv_tabs_set (self->tabs, tabs, G_N_ELEMENTS (tabs));
}

static void
counted_cb (BvRulesPage *self, BvPage *table)
{
  show_warning (self);
  show_copy_button (self);
  if (table == get_table (self))
    bv_page_notify_counted (BV_PAGE (self));
}

static void
selected_cb (BvRulesPage *self, BvPage *table)
{
  show_copy_button (self);
  if (table == get_table (self))
    bv_page_notify_selected (BV_PAGE (self));
}

static void
set_up_table (BvRulesPage *self, guint i)
{
  BvPage *table = get_nth_table (self, i);
  const char *key = bv_page_get_info (table)->key;
  g_autoptr (GVariant) state
    = self->state != NULL ? g_variant_lookup_value (self->state, key, G_VARIANT_TYPE_VARDICT) : NULL;

  bv_page_set_compact (table, self->compact);
  bv_page_set_details_visible (table, !self->details_hidden);
  if (state != NULL)
    bv_page_restore_state (table, state);
  g_signal_connect_object (table, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
bv_rules_page_build (BvPage *page)
{
  BvRulesPage *self = BV_RULES_PAGE (page);

  if (self->box != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (page));
  add_general (self);
  add_others (self);
  add_papers (self);
  show_tabs (self);
  for (guint i = 0; i < N_TABLES; i++)
    set_up_table (self, i);
  chosen_cb (self);
}

static void
bv_rules_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvRulesPage *self = BV_RULES_PAGE (page);
  BvSession *session = bv_page_get_session (page);

  share_session (self);
  if (changes == NULL || bv_changes_touch (changes, "campaign"))
    {
      BvDraft *before = self->draft;

      bv_rule_draft_show (&self->draft, GTK_WIDGET (self), session, &bv_campaign_entity,
                          bv_session_get_campaign (session));
      if (self->draft != before)
        unbind_forms (self);
      bind_form (self);
    }
  show_warning (self);
}

static gboolean
bv_rules_page_is_busy (BvPage *page)
{
  return get_table (page) != NULL && BV_RULES_PAGE (page)->has_session && bv_page_is_busy (get_table (page));
}

static void
bv_rules_page_set_search (BvPage *page, const char *text)
{
  BvRulesPage *self = BV_RULES_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  if (get_table (self) != NULL && self->has_session)
    bv_page_set_search (get_table (self), text);
}

static void
bv_rules_page_set_compact (BvPage *page, gboolean compact)
{
  BvRulesPage *self = BV_RULES_PAGE (page);

  self->compact = compact;
  for (guint i = 0; self->box != NULL && i < N_TABLES; i++)
    bv_page_set_compact (get_nth_table (self, i), compact);
}

static void
bv_rules_page_set_details_visible (BvPage *page, gboolean visible)
{
  BvRulesPage *self = BV_RULES_PAGE (page);

  self->details_hidden = !visible;
  for (guint i = 0; self->box != NULL && i < N_TABLES; i++)
    bv_page_set_details_visible (get_nth_table (self, i), visible);
}

static GtkWidget *
bv_rules_page_get_part (BvPage *page, BvPagePart part)
{
  BvPage *table = get_table (page);

  if (table != NULL)
    return BV_PAGE_GET_IFACE (table)->get_part (table, part);
  return part == BV_PAGE_MAIN && BV_RULES_PAGE (page)->box != NULL
           ? gtk_stack_get_visible_child (BV_RULES_PAGE (page)->stack)
           : NULL;
}

static gboolean
bv_rules_page_focus_part (BvPage *page, BvPagePart part)
{
  GtkWidget *widget;

  if (get_table (page) != NULL)
    return bv_page_focus_part (get_table (page), part);
  widget = bv_rules_page_get_part (page, part);
  return widget != NULL && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static char *
bv_rules_page_describe (BvPage *page)
{
  return get_table (page) != NULL ? bv_page_describe (get_table (page)) : NULL;
}

static BvBanner *
bv_rules_page_get_banner (BvPage *page)
{
  return BV_RULES_PAGE (page)->banner;
}

static BvTabs *
bv_rules_page_get_tabs (BvPage *page)
{
  return BV_RULES_PAGE (page)->tabs;
}

static void
bv_rules_page_step (BvPage *page, int rows)
{
  if (get_table (page) != NULL)
    bv_page_step (get_table (page), rows);
}

static gboolean
bv_rules_page_has_row (BvPage *page)
{
  return get_table (page) != NULL && bv_page_has_row (get_table (page));
}

static gboolean
is_quota (BvRulesPage *self, gint64 record)
{
  const BvCampaign *head = bv_session_get_head (bv_page_get_session (BV_PAGE (self)));

  for (guint i = 0; head != NULL && i < head->quotas->len; i++)
    if (((const BvRecord *) g_ptr_array_index (head->quotas, i))->id == record)
      return TRUE;
  return FALSE;
}

/* In the tab that has it. */
static void
bv_rules_page_open (BvPage *page, gint64 record)
{
  BvRulesPage *self = BV_RULES_PAGE (page);

  bv_tabs_choose (self->tabs, is_quota (self, record) ? BV_RULES_TAB_QUOTAS : BV_RULES_TAB_CRITERIA);
  bv_page_open (get_table (self), record);
}

static GVariant *
bv_rules_page_save_state (BvPage *page)
{
  BvRulesPage *self = BV_RULES_PAGE (page);
  GVariantDict dict;

  if (self->box == NULL)
    return NULL;
  g_variant_dict_init (&dict, self->state);
  for (guint i = 0; i < N_TABLES; i++)
    {
      BvPage *table = get_nth_table (self, i);
      GVariant *state = bv_page_save_state (table);

      if (state != NULL)
        g_variant_dict_insert_value (&dict, bv_page_get_info (table)->key, state);
    }
  return g_variant_dict_end (&dict);
}

static void
bv_rules_page_restore_state (BvPage *page, GVariant *state)
{
  BV_RULES_PAGE (page)->state = g_variant_ref (state);
}

static void
add (BvPage *page)
{
  BvPage *table = get_table (page);

  if (table != NULL && BV_IS_CRITERIA_PAGE (table))
    bv_criteria_page_add (table);
  else if (table != NULL)
    bv_quotas_page_add (table);
}

static void
add_group (BvPage *page)
{
  bv_criteria_page_add_group (BV_PAGE (BV_RULES_PAGE (page)->criteria));
}

static void
remove_selected (BvPage *page)
{
  BvPage *table = get_table (page);

  if (table != NULL && BV_IS_CRITERIA_PAGE (table))
    bv_criteria_page_remove (table);
  else if (table != NULL)
    bv_quotas_page_remove (table);
}

static void
edit_row (BvPage *page)
{
  if (get_table (page) != NULL)
    bv_table_page_edit_row (get_table (page));
}

static void
go_to_next (BvPage *page)
{
  if (get_table (page) != NULL)
    bv_table_page_go_to_next (get_table (page));
}

static void
go_to_previous (BvPage *page)
{
  if (get_table (page) != NULL)
    bv_table_page_go_to_previous (get_table (page));
}

static void
open_columns (BvPage *page)
{
  if (get_table (page) != NULL)
    bv_table_page_open_columns (get_table (page));
}

static void
bv_rules_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "campaign", "criterion", "group", "nominee", NULL };
  static const BvPageAction actions[] = {
    { "next-row", N_ ("Next row"), "<Alt>Page_Down", go_to_next, TRUE, .of_key = TRUE },
    { "previous-row", N_ ("Previous row"), "<Alt>Page_Up", go_to_previous, TRUE, .of_key = TRUE },
    { "edit-row", N_ ("Edit the selected row"), "F2", edit_row, TRUE, TRUE },
    { "add-rule", N_ ("Add a criterion or a quota"), "<Control>n", add, .of_page = TRUE },
    { "add-rule-group", N_ ("Add a group"), NULL, add_group, .of_page = TRUE },
    { "remove-rule", N_ ("Remove what is selected"), "Delete", remove_selected, .of_row = TRUE,
      .of_page = TRUE },
    { "columns", N_ ("Choose columns"), "<Control><Shift>c", open_columns, TRUE },
  };
  static const BvPageInfo info = {
    .key = "rules",
    .title = N_ ("Campaign"),
    .icon_name = "bv-rules-symbolic",
    .guide = "11-phong-trao.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
    .of_setup = TRUE,
  };

  iface->info = &info;
  iface->build = bv_rules_page_build;
  iface->refresh = bv_rules_page_refresh;
  iface->is_busy = bv_rules_page_is_busy;
  iface->set_search = bv_rules_page_set_search;
  iface->set_compact = bv_rules_page_set_compact;
  iface->set_details_visible = bv_rules_page_set_details_visible;
  iface->get_part = bv_rules_page_get_part;
  iface->focus_part = bv_rules_page_focus_part;
  iface->describe = bv_rules_page_describe;
  iface->get_banner = bv_rules_page_get_banner;
  iface->get_tabs = bv_rules_page_get_tabs;
  iface->step = bv_rules_page_step;
  iface->has_row = bv_rules_page_has_row;
  iface->open = bv_rules_page_open;
  iface->save_state = bv_rules_page_save_state;
  iface->restore_state = bv_rules_page_restore_state;
}

static void
bv_rules_page_map (GtkWidget *widget)
{
  bv_page_build (BV_PAGE (widget));
  GTK_WIDGET_CLASS (bv_rules_page_parent_class)->map (widget);
}

static void
bv_rules_page_dispose (GObject *object)
{
  BvRulesPage *self = BV_RULES_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  self->banner = NULL;
  self->box = NULL;
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->state, g_variant_unref);
  G_OBJECT_CLASS (bv_rules_page_parent_class)->dispose (object);
}

static void
bv_rules_page_class_init (BvRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_rules_page_dispose;
  widget_class->map = bv_rules_page_map;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CRITERIA_PAGE);
  g_type_ensure (BV_TYPE_QUOTAS_PAGE);
  g_type_ensure (BV_TYPE_RULES_FORM);
  g_type_ensure (BV_TYPE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/rules/rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, box);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, general);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, criteria);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, quotas);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, ties);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, council);
  gtk_widget_class_bind_template_child (widget_class, BvRulesPage, papers);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_rules_page_init (BvRulesPage *self)
{
  self->search = g_strdup ("");
}

/**
 * bv_rules_page_show_tab:
 * @page: a page that was shown
 * @tab: one of its tabs
 */
void
bv_rules_page_show_tab (BvRulesPage *page, BvRulesTab tab)
{
  bv_tabs_choose (page->tabs, tab);
}

/**
 * bv_rules_page_get_table:
 * @page: a page that was shown
 *
 * Returns: (transfer none) (nullable): the table that is shown, a page inside this one; %NULL: a form is
 */
BvPage *
bv_rules_page_get_table (BvRulesPage *page)
{
  return get_table (page);
}
