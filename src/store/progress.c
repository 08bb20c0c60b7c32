/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/progress.h"

/**
 * bv_progress_narrow:
 * @progress: (nullable): the progress of some work
 * @from: what of it is done when a part of it begins, 0 to 1
 * @to: and when that part ends
 *
 * Returns: the progress of that part, valid as long as @progress is
 */
BvProgress
bv_progress_narrow (const BvProgress *progress, double from, double to)
{
  BvProgress part = { NULL };

  if (progress == NULL)
    return part;
  part = *progress;
  part.from = progress->from + from * (progress->to - progress->from);
  part.to = progress->from + to * (progress->to - progress->from);
  return part;
}

/**
 * bv_progress_tell:
 * @progress: (nullable): the progress of some work
 * @fraction: how much of it is done, 0 to 1
 */
void
bv_progress_tell (const BvProgress *progress, double fraction)
{
  if (progress != NULL && progress->func != NULL)
    progress->func (progress->from + fraction * (progress->to - progress->from), progress->data);
}

/**
 * bv_progress_get_cancellable:
 * @progress: (nullable): the progress of some work
 *
 * Returns: (transfer none) (nullable): what gives it up, for functions of GIO
 */
GCancellable *
bv_progress_get_cancellable (const BvProgress *progress)
{
  return progress != NULL ? progress->cancellable : NULL;
}

/**
 * bv_progress_is_cancelled:
 * @progress: (nullable): the progress of some work
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the work was given up; then @error is set
 */
gboolean
bv_progress_is_cancelled (const BvProgress *progress, GError **error)
{
  return progress != NULL && g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}
