/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "source-target.h"

/* The bytes are the sheets and the styles of the workbook. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const SourcePart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", NULL },
    { "styles.xml", NULL },
  };

  source_target_read_package (parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
