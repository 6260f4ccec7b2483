# Tells what scripts are made of, as JSON: for the test that holds them to Windows PowerShell 5.1.
param([string] $Folder)

function Find($Tree, [type[]] $Types) {
  $Tree.FindAll({ param($node) foreach ($type in $Types) { if ($node -is $type) { return $true } } }, $true)
}

$reports = foreach ($file in [IO.Directory]::GetFiles($Folder, '*.ps1')) {
  $tokens = $null
  $errors = $null
  $tree = [Management.Automation.Language.Parser]::ParseFile($file, [ref]$tokens, [ref]$errors)
  $nodes = @(Find $tree ([Management.Automation.Language.Ast]))
  [ordered]@{
    file        = [IO.Path]::GetFileName($file)
    errors      = @($errors | ForEach-Object { $_.ErrorId })
    nodes       = @($nodes | ForEach-Object { $_.GetType().Name } | Sort-Object -Unique)
    operators   = @($tokens | ForEach-Object { [string]$_.Kind } | Sort-Object -Unique)
    numbers     = @($tokens | Where-Object { $_.Kind -eq 'Number' } | ForEach-Object { $_.Text } | Sort-Object -Unique)
    expandable  = @($tokens | Where-Object { $_ -is [Management.Automation.Language.StringExpandableToken] } | ForEach-Object { $_.Text })
    flags       = @($nodes | ForEach-Object { foreach ($flag in 'Background', 'NullConditional') { if ($_.PSObject.Properties[$flag] -and $_.$flag) { $flag } } } | Sort-Object -Unique)
    letterRange = @($nodes | Where-Object { $_ -is [Management.Automation.Language.BinaryExpressionAst] -and $_.Operator -eq 'DotDot' -and $_.Left -is [Management.Automation.Language.StringConstantExpressionAst] }).Count
    blocks      = @($nodes | ForEach-Object { if ($_.PSObject.Properties['CleanBlock'] -and $_.CleanBlock) { 'CleanBlock' } } | Sort-Object -Unique)
    functions   = @($nodes | Where-Object { $_ -is [Management.Automation.Language.FunctionDefinitionAst] } | ForEach-Object { $_.Name })
    commands    = @($nodes | Where-Object { $_ -is [Management.Automation.Language.CommandAst] } | ForEach-Object {
        [ordered]@{
          name       = [string]$_.GetCommandName()
          called     = $_.CommandElements[0].Extent.Text
          parameters = @($_.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } | ForEach-Object { $_.ParameterName })
          splatted   = @($_.CommandElements | Where-Object { $_ -is [Management.Automation.Language.VariableExpressionAst] -and $_.Splatted }).Count
        }
      })
    types       = @($nodes | ForEach-Object { if ($_.PSObject.Properties['TypeName'] -and $_.TypeName) { [string]$_.TypeName } } | Sort-Object -Unique)
    variables   = @($nodes | Where-Object { $_ -is [Management.Automation.Language.VariableExpressionAst] } | ForEach-Object { [string]$_.VariablePath } | Sort-Object -Unique)
    members     = @($nodes | Where-Object { $_ -is [Management.Automation.Language.InvokeMemberExpressionAst] } | ForEach-Object { [string]$_.Member } | Sort-Object -Unique)
  }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject @($reports) -Depth 6 -Compress))
