/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/quotas-page.h"

#include "app/form/removal.h"
#include "app/rules/new-key.h"
#include "app/rules/quota-details.h"
#include "app/rules/record-dialog.h"
#include "app/rules/rule-draft.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "core/group-name.h"
#include "core/quota.h"
#include "core/share.h"
#include "core/text/wording.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_NAME,
  COLUMN_NUMBER, /* or a percent */
  COLUMN_GROUPS,
  COLUMN_CAPS,
  COLUMN_VOTES,
  N_COLUMNS,
};

/**
 * BvQuotasPage:
 *
 * The quotas of the campaign: a tab of the page of its rules.
 */
struct _BvQuotasPage
{
  BvTablePage parent_instance;
  BvQuotaDetails *details;
  GtkColumnViewColumn *caps_column;
  GtkColumnViewColumn *votes_column;
};

static void bv_quotas_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvQuotasPage,
                               bv_quotas_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_quotas_page_be_page))

static void
bv_quotas_page_selected (BvTablePage *page, BvRow *row)
{
  bv_quota_details_show (BV_QUOTAS_PAGE (page)->details, bv_page_get_session (BV_PAGE (page)),
                         row != NULL ? bv_row_get_id (row) : 0);
}

static char *
write_number (const BvQuota *quota)
{
  if (quota->percent != BV_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT " %%", quota->percent);
  return quota->count != BV_NONE ? bv_wording_number (quota->count) : g_strdup ("");
}

static const char *
find_group_name (const BvCampaign *head, const char *key)
{
  for (guint i = 0; i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);

      if (g_str_equal (group->key, key))
        return group->name;
    }
  return key;
}

static char *
write_groups (const BvCampaign *head, const BvQuota *quota)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < quota->groups->len; i++)
    {
      const BvQuotaGroup *member = g_ptr_array_index (quota->groups, i);
      g_autofree char *name = bv_group_name_shorten (find_group_name (head, member->group));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_strdup (text->str);
}

static char *
write_caps (const BvCampaign *head, const BvQuota *quota)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < quota->per_group->len; i++)
    {
      const BvQuotaCap *cap = g_ptr_array_index (quota->per_group, i);
      g_autofree char *name = bv_group_name_shorten (find_group_name (head, cap->group));

      g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, i > 0 ? "; " : "", name, cap->cap);
    }
  if (quota->per_parent != BV_NONE)
    g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, text->len > 0 ? "; " : "", _ ("under one unit"),
                            quota->per_parent);
  return g_strdup (text->str);
}

static void
add_row (BvTable *table, const BvCampaign *head, const BvQuota *quota)
{
  guint row = bv_table_append (table, quota->record.id, 0);
  g_autofree char *number = write_number (quota);
  g_autofree char *groups = write_groups (head, quota);
  g_autofree char *caps = write_caps (head, quota);
  g_autofree char *votes = quota->threshold != BV_NONE ? bv_share_to_string (quota->threshold) : NULL;

  bv_table_set_text (table, row, COLUMN_NAME, quota->name, NULL);
  bv_table_set_text (table, row, COLUMN_NUMBER, number, NULL);
  bv_table_set_text (table, row, COLUMN_GROUPS, groups, NULL);
  bv_table_set_text (table, row, COLUMN_CAPS, caps, NULL);
  bv_table_set_text (table, row, COLUMN_VOTES, votes != NULL ? votes : "", NULL);
}

/* Where none of them says anything there is more room for the others. */
static void
offer_columns (BvQuotasPage *self, BvTable *table)
{
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->caps_column,
                              bv_table_has_text (table, COLUMN_CAPS, 0));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->votes_column,
                              bv_table_has_text (table, COLUMN_VOTES, 0));
}

static void
bv_quotas_page_refresh (BvPage *page, const BvChanges *changes)
{
  static const BvColumnType types[N_COLUMNS] = { BV_COLUMN_TEXT };
  const BvCampaign *head = bv_session_get_head (bv_page_get_session (page));
  g_autoptr (BvTable) table = bv_table_new (types, N_COLUMNS);

  for (guint i = 0; head != NULL && i < head->quotas->len; i++)
    add_row (table, head, g_ptr_array_index (head->quotas, i));
  offer_columns (BV_QUOTAS_PAGE (page), table);
  bv_table_page_set_table (BV_TABLE_PAGE (page), table);
  bv_table_page_show_details (BV_TABLE_PAGE (page));
}

static char *
bv_quotas_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s quota", "%s quotas", n_rows), number);
}

static gboolean
bv_quotas_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  *reason = (BvNoRowsReason){
    _ ("No quotas yet"),
    _ ("A quota says how many may be proposed, and which groups compete for it."),
    _ ("_Add a quota…"),
    "win.add-rule",
  };
  return TRUE;
}

static gboolean
bv_quotas_page_edit (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));

  if (column != COLUMN_NAME)
    return FALSE;
  draft->field = bv_entity_find_field (&bv_quota_entity, "name");
  draft->draft = NULL;
  bv_rule_draft_show (&draft->draft, GTK_WIDGET (page), session, &bv_quota_entity, bv_row_get_id (row));
  return draft->draft != NULL;
}

static gboolean
add_quota (gpointer record, gpointer data, GError **error)
{
  g_autoptr (BvRecord) owned = bv_record_copy (record);
  BvQuota *quota = (BvQuota *) owned;
  BvSession *session = bv_page_get_session (data);
  gint64 campaign = bv_session_get_campaign (session);

  bv_new_key_take (session, quota, quota->name);
  if (!bv_edit_add (bv_session_get_library (session), campaign, campaign, quota, error))
    return FALSE;
  bv_table_page_want (data, quota->record.id);
  return TRUE;
}

static void
bv_quotas_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "group", "quota", "quota_after", "quota_cap", "quota_group", NULL };
  static const BvPageAction actions[]
    = { BV_TABLE_PAGE_EDIT,
        { "remove-rule", N_ ("Remove what is selected"), "Delete", NULL, .of_row = TRUE } };
  static const BvPageInfo info = {
    .key = "quotas",
    .title = N_ ("Quotas"),
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  iface->info = &info;
  iface->refresh = bv_quotas_page_refresh;
}

static void
bv_quotas_page_class_init (BvQuotasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  page_class->selected = bv_quotas_page_selected;
  page_class->count = bv_quotas_page_count;
  page_class->edit = bv_quotas_page_edit;
  page_class->explain = bv_quotas_page_explain;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_QUOTA_DETAILS);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/rules/quotas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvQuotasPage, caps_column);
  gtk_widget_class_bind_template_child (widget_class, BvQuotasPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvQuotasPage, votes_column);
}

static void
bv_quotas_page_init (BvQuotasPage *self)
{
}

/**
 * bv_quotas_page_add:
 * @page: the quotas of a campaign that can be changed
 *
 * Asks for a new quota; it is selected then.
 */
void
bv_quotas_page_add (BvPage *page)
{
  static const char *const fields[] = { "name", "kind", "count", "percent", NULL };
  BvQuota *quota = bv_record_new (&bv_quota_entity);

  bv_new_key_take (bv_page_get_session (page), quota, "chi-tieu");
  bv_record_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page),
                        quota, fields, &(BvRecordAdder){ add_quota, g_object_ref (page), g_object_unref });
}

/**
 * bv_quotas_page_remove:
 * @page: the quotas of a campaign that can be changed
 *
 * Removes the selected quota: an undo brings all of it back.
 */
void
bv_quotas_page_remove (BvPage *page)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));

  if (row != NULL)
    bv_removal_do (bv_page_get_session (page), &bv_quota_entity, bv_row_get_id (row));
}
