// Glue asks for a script. What runs is the class that --class names, in the jar.
object GlueApp {
  def main(arguments: Array[String]): Unit = ()
}
