/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container-target.h"

#include "exchange/container/container-error.h"
#include "exchange/container/container-limits.h"
#include "exchange/container/container-name.h"

#include <string.h>

static gboolean
take_mail (gpointer data, const char *sender, const char *sent, GError **error)
{
  g_assert_cmpuint (((ContainerTargetState *) data)->n_files, ==, 0);
  g_assert_true (sender == NULL || g_utf8_validate (sender, -1, NULL));
  g_assert_true (sent == NULL || g_utf8_validate (sent, -1, NULL));
  return TRUE;
}

/* What is made of the name once more is the same. */
static gboolean
take_begin (gpointer data, const char *path, GError **error)
{
  ContainerTargetState *state = data;
  g_autofree char *again = bv_container_name_make_path (path);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  g_assert_false (state->in_file);
  g_assert_true (g_utf8_validate (path, -1, NULL));
  g_assert_false (g_path_is_absolute (path));
  g_assert_false (g_strv_contains ((const char *const *) steps, ".."));
  g_assert_true (again == NULL || !g_path_is_absolute (again));
  state->in_file = TRUE;
  state->n_files++;
  return TRUE;
}

static gboolean
take_bytes (gpointer data, const guint8 *bytes, gsize length, GError **error)
{
  g_assert_true (((ContainerTargetState *) data)->in_file);
  g_assert_cmpuint (length, >, 0);
  return TRUE;
}

static gboolean
take_end (gpointer data, GError **error)
{
  ContainerTargetState *state = data;

  g_assert_true (state->in_file);
  state->in_file = FALSE;
  return TRUE;
}

static gboolean
leave_out (gpointer data, GError **error)
{
  g_assert_false (((ContainerTargetState *) data)->in_file);
  return TRUE;
}

const BvContainerSink container_target_sink = { take_mail, take_begin, take_bytes, take_end, leave_out };

void
container_target_check (const ContainerTargetState *state, gboolean whole, const GError *error)
{
  g_assert_true (whole == (error == NULL));
  g_assert_true (whole ? !state->in_file && state->n_files > 0 : error->domain == BV_CONTAINER_ERROR);
  g_assert_cmpuint (state->n_files, <=, BV_CONTAINER_MOST_ENTRIES);
}
