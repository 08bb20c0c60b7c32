/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/interchange/interchange.h"
#include "fuzz-target.h"

#include <stdlib.h>

/* The bytes are an interchange file. What is read of it is written, and read again the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = bv_interchange_read ((const char *) data, size, &notices, &error);
  g_autoptr (BvCampaign) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  gsize length = 0;

  if (campaign == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_assert_no_error (error);
  text = bv_interchange_write (campaign, &length);
  again = bv_interchange_read_own (text, length, &error);
  g_assert_no_error (error);
  text_again = bv_interchange_write (again, &length);
  g_assert_cmpstr (text, ==, text_again);
  return 0;
}
